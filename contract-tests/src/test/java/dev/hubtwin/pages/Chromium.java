package dev.hubtwin.pages;

import java.io.File;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium of this machine, which finds no host but loopback. */
final class Chromium implements AutoCloseable {

  /** Why a test is skipped where there is none. */
  static final String MISSING =
      "SKIPPED: the manifest flow in a browser. No chromium and chromedriver in PATH; apt-get install chromium chromium-driver";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChromeDriver driver;

  private Chromium(File browser, File chromedriver) {
    ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(chromedriver).usingAnyFreePort().build();
    this.driver = new ChromeDriver(service, new ChromeOptions()
        .setBinary(browser)
        .addArguments(
            "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking",
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
    WebElement field = driver.findElement(By.id(
        driver.findElement(By.xpath("//label[normalize-space()='" + label + "']")).getDomAttribute("for")));
    field.clear();
    field.sendKeys(text);
  }

  /** Clicks the button, box or choice that is called so. */
  void click(String name) {
    Stream.of("//button[normalize-space()='" + name + "']", "//label[normalize-space()='" + name + "']/input")
        .flatMap(path -> driver.findElements(By.xpath(path)).stream())
        .findFirst().orElseThrow(() -> new AssertionError(name + " is not on the page:\n" + driver.getPageSource()))
        .click();
  }

  /** How many things the page loaded, and scripts and foreign elements it has. */
  long baggage() {
    return (Long) driver.executeScript("return performance.getEntriesByType('resource').length"
        + " + document.querySelectorAll('script, link, img, iframe, object, [src]').length");
  }

  @Override
  public void close() {
    driver.quit();
  }
}
