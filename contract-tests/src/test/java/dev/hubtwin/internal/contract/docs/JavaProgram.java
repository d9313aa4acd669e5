package dev.hubtwin.internal.contract.docs;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A class of a document, compiled and run with everything that the tests have.
 *
 * @param place where it stands
 * @param name of the class
 * @param source its whole text
 */
record JavaProgram(String place, String name, String source) {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** Remembers what it has read of the jars, which takes longer than to compile. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    /**
     * Compiles the class, and calls a static method of it.
     *
     * @param folder for the class
     */
    void run(Path folder, String method, Class<?>[] types, Object... arguments) throws Exception {
        compile(folder);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, JavaProgram.class.getClassLoader())) {
            loader.loadClass(name).getMethod(method, types).invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(place + ": " + e.getCause(), e.getCause());
        }
    }

    private void compile(Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".java"), source);
        StringWriter said = new StringWriter();
        List<String> options =
                List.of("-d", folder.toString(), "-classpath", System.getProperty("java.class.path"), "-proc:none");
        if (!COMPILER.getTask(said, FILES, null, options, null, FILES.getJavaFileObjects(file))
                .call()) {
            throw new AssertionError(place + ": this does not compile\n" + said);
        }
    }
}
