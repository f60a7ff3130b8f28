package io.github.jsonrpcwhiteboard.itest.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser without a window, as Debian packages it. */
final class Chrome implements AutoCloseable {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final ChromeDriver driver;
    private final WebDriverWait wait;

    Chrome() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.WARNING);
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
                options);
        driver.manage().window().setSize(new Dimension(1280, 900));
        wait = new WebDriverWait(driver, PATIENCE);
        wait.ignoring(StaleElementReferenceException.class); // the page draws its parts anew
    }

    static void assumeInstalled() {
        // of its protocol for developers each Chrome has its own version, of which we use what does not change
        SELENIUM.setLevel(Level.SEVERE);
        assumeTrue(Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
                "needs " + BROWSER + " and " + DRIVER + ", as of Debian's packages chromium and chromium-driver");
    }

    <T> T await(Function<? super WebDriver, T> condition) {
        return wait.until(condition);
    }

    void click(By what) {
        await(ExpectedConditions.elementToBeClickable(what)).click();
    }

    void type(By where, String text) {
        WebElement field = await(ExpectedConditions.elementToBeClickable(where));
        field.sendKeys(text);
    }

    String text(By what) {
        return await(page -> page.findElement(what).getText());
    }

    /** Whether somebody sees an element, without scrolling. */
    boolean isInView(WebElement element) {
        return (boolean) driver.executeScript("const { top, bottom } = arguments[0].getBoundingClientRect();"
                + "return top >= 0 && bottom <= innerHeight;", element);
    }

    /** As small as a phone in the hand. */
    void phone() {
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
    }

    /** As the system's settings would have it. */
    void colorScheme(boolean dark) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features",
                List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
