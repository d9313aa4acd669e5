package dev.hubtwin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users may use shows types of the JDK, of JUnit and of the API itself only. */
class PublicApiTest {

    private static final List<String> PACKAGES = List.of("dev.hubtwin", "dev.hubtwin.seed", "dev.hubtwin.junit");
    private static final Pattern FOREIGN = Pattern.compile(
            "(?<![\\w.$])(?!java\\.|org\\.junit\\.|dev\\.hubtwin\\.)[a-z]+\\.[a-z]\\S*|dev\\.hubtwin\\.internal\\S*");

    @Test
    void noSignatureShowsAnInternalOrForeignType() throws Exception {
        List<String> shown = new ArrayList<>();
        List<Class<?>> types = publicTypes();
        for (Class<?> type : types) {
            shown.add(type.toGenericString() + " " + type.getGenericSuperclass() + " "
                    + Arrays.toString(type.getGenericInterfaces()));
            Arrays.stream(type.getDeclaredFields())
                    .filter(PublicApiTest::isShown)
                    .map(Field::toGenericString)
                    .forEach(shown::add);
            Stream.<Executable>concat(
                            Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()))
                    .filter(PublicApiTest::isShown)
                    .map(Executable::toGenericString)
                    .forEach(shown::add);
        }
        assertTrue(types.contains(Twin.class) && types.size() > 20, types::toString);
        assertEquals(
                List.of(),
                shown.stream().filter(text -> FOREIGN.matcher(text).find()).toList());
    }

    private static boolean isShown(Member member) {
        return Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
    }

    private static List<Class<?>> publicTypes() throws Exception {
        Path classes = Path.of(
                Twin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Class<?>> types = new ArrayList<>();
        for (String name : PACKAGES) {
            try (Stream<Path> files = Files.list(classes.resolve(name.replace('.', '/')))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".class")).toList()) {
                    Class<?> type = Class.forName(
                            name + "." + file.getFileName().toString().replace(".class", ""),
                            false,
                            PublicApiTest.class.getClassLoader());
                    if (Modifier.isPublic(type.getModifiers())) {
                        types.add(type);
                    }
                }
            }
        }
        return types;
    }
}
