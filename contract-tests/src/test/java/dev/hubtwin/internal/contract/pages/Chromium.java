package dev.hubtwin.internal.contract.pages;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium of this machine, which finds no host but loopback. */
final class Chromium implements AutoCloseable {

    /** Why a test is skipped where there is none. */
    static final String MISSING =
            "SKIPPED: the pages in a browser. No chromium and chromedriver in PATH; apt-get install chromium chromium-driver";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChromeDriver driver;

    private Chromium(File browser, File chromedriver) {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver)
                .usingAnyFreePort()
                .build();
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        this.driver = new ChromeDriver(
                service,
                options.setBinary(browser)
                        .addArguments(
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost"));
    }

    /** Starts one, if this machine has one; else says what is skipped. */
    static Optional<Chromium> start() {
        Optional<File> browser = found("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
        Optional<File> chromedriver = found("chromedriver");
        if (browser.isEmpty() || chromedriver.isEmpty()) {
            System.out.println(MISSING);
        }
        return browser.flatMap(one -> chromedriver.map(other -> new Chromium(one, other)));
    }

    private static Optional<File> found(String... names) {
        List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator));
        return Arrays.stream(names)
                .flatMap(name -> folders.stream().map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    void open(String url) {
        driver.get(url);
    }

    /** Waits for a page with this in its heading. */
    void awaitHeading(String text) {
        await(ExpectedConditions.textToBe(By.tagName("h1"), text));
    }

    /** Waits for a page whose address begins so, and answers the whole of it. */
    String awaitAddress(String start) {
        await(ExpectedConditions.urlMatches("^" + Pattern.quote(start)));
        return driver.getCurrentUrl();
    }

    private void await(ExpectedCondition<?> condition) {
        new WebDriverWait(driver, PATIENCE).until(condition);
    }

    /** Fills in the line with this label. */
    void fill(String label, String text) {
        WebElement field =
                driver.findElement(By.id(driver.findElement(By.xpath("//label[normalize-space()='" + label + "']"))
                        .getDomAttribute("for")));
        field.clear();
        field.sendKeys(text);
    }

    /** Clicks the button, box or choice that is called so. */
    void click(String name) {
        Stream.of("//button[normalize-space()='" + name + "']", "//label[normalize-space()='" + name + "']/input")
                .flatMap(path -> driver.findElements(By.xpath(path)).stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not on the page:\n" + driver.getPageSource()))
                .click();
    }

    /** What the page loaded from another server, and its scripts and foreign elements. */
    List<?> baggage() {
        return (List<?>) driver.executeScript("""
        return [...performance.getEntriesByType('resource').map(one => one.name).filter(one => !one.startsWith(location.origin + '/')),
          ...[...document.querySelectorAll('script, img, iframe, object, [src]')].map(one => one.outerHTML)]""");
    }

    /** What the page complained about since this was asked last, or since the browser began. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(Object::toString)
                .toList();
    }

    /** Draws pages for a screen of that many pixels, by its taste. */
    void screen(int width, int height, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Draws pages for a medium, such as {@code print}; for the screen, if it is empty. */
    void media(String medium) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", medium));
    }

    /** Whether the scripts of pages run. */
    void scripts(boolean run) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    /** Whether pages of this origin may use the clipboard, as those that a person clicks in may. */
    void admitToClipboard(String origin, boolean admitted) {
        for (String name : List.of("clipboard-read", "clipboard-write")) {
            driver.executeCdpCommand(
                    "Browser.setPermission",
                    Map.of(
                            "permission",
                            Map.of("name", name),
                            "setting",
                            admitted ? "granted" : "denied",
                            "origin",
                            origin));
        }
    }

    /** Runs a script in the page; what it returns, of a promise what it becomes. */
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Waits until a script returns true. */
    void until(String script, Object... arguments) {
        try {
            await(page -> Boolean.TRUE.equals(driver.executeScript(script, arguments)));
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "never true: " + script + "\n"
                            + driver.findElement(By.tagName("body")).getText(),
                    e);
        }
    }

    /** What axe-core finds wrong with the page, and where. */
    List<?> violations() throws IOException {
        try (InputStream axe = Chromium.class.getResourceAsStream("/axe.min.js")) {
            run(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<?>) run("""
        return axe.run(document, {resultTypes: ['violations']}).then(found =>
          found.violations.map(one => `${one.id}: ${one.nodes.map(node => node.html + ' ' + node.failureSummary)}`))""");
    }

    /** Presses keys, one after another, wherever the focus is. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Clicks what a selector finds first. */
    void clickOn(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    /** Types into the field that a selector finds first. */
    void type(String selector, String text) {
        driver.findElement(By.cssSelector(selector)).sendKeys(text);
    }

    /** The page as it is now, as HTML. */
    String source() {
        return driver.getPageSource();
    }

    /** What is drawn, as a picture. */
    byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
