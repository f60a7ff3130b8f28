package io.github.jsonrpcwhiteboard.itest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

import io.github.jsonrpcwhiteboard.launcher.LauncherProcess;
import io.github.jsonrpcwhiteboard.launcher.PluginJar;

/** The RPC Browser in a real browser. */
class BrowserIT {

    private static final Pattern PASSWORD = Pattern.compile("curl -u admin:(\\w+) .*");

    @TempDir
    private static Path directory;

    private static Path plugins;
    private static LauncherProcess launcher;
    private static String url;
    private static String password;

    private Chrome chrome;
    private RpcBrowser page;

    @BeforeAll
    static void start() throws IOException {
        Chrome.assumeInstalled();
        plugins = Files.createDirectory(directory.resolve("plugins"));
        for (String example : List.of("example-hello.jar", "example-confluence.jar")) {
            Files.copy(LauncherProcess.DIST.resolve("plugins").resolve(example), plugins.resolve(example));
        }
        PluginJar.endpoint(plugins.resolve("mirror.jar"), "mirror", true);
        launcher = LauncherProcess.start(directory, LauncherProcess.DIST, "--port", "0", "--plugins", "plugins",
                "--data", "data");
        url = launcher.url();
        password = launcher.out().stream().map(PASSWORD::matcher).filter(Matcher::matches)
                .map(line -> line.group(1)).findFirst().orElseThrow();
    }

    @AfterAll
    static void stop() {
        if (launcher != null) {
            launcher.close();
        }
    }

    @BeforeEach
    void open() {
        chrome = new Chrome();
        page = new RpcBrowser(chrome, url);
    }

    /** Nothing that the page does may be refused by its own policy, nor fail unseen. */
    @AfterEach
    void close() {
        try {
            List<LogEntry> problems = chrome.driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                    .filter(entry -> !entry.getMessage().contains("status of 40")).toList();
            assertEquals(List.of(), problems);
        } finally {
            chrome.close();
        }
    }

    @Test
    void aCallCanBeTried() {
        WebElement hello = page.openMethod("hello", "hello");
        assertTrue(hello.getText().contains("hello(name: string) \u2192 string"), hello.getText());
        hello.findElement(By.tagName("textarea")).sendKeys("Ann");
        assertTrue(page.answer(hello).contains("\"result\": \"Hello, Ann!\""), chrome.text(By.className("answer")));
        assertTrue(chrome.text(By.cssSelector(".answer p")).startsWith("200"));
        String request = chrome.text(By.cssSelector(".answer pre"));
        assertTrue(request.startsWith("POST " + url + "rpc/json-rpc/hello\n"), request);
        new Select(hello.findElement(By.tagName("select"))).selectByValue("light");
        assertEquals("\"Hello, Ann!\"", page.answer(hello));
        assertTrue(chrome.text(By.cssSelector(".answer pre")).startsWith("POST " + url + "rpc/json-rpc/hello/hello\n"));
        chrome.click(By.xpath("//*[@class='answer']//summary"));
        assertEquals(2, chrome.driver.findElements(By.cssSelector(".answer ol button")).size());
    }

    @Test
    void anExampleCanBeTried() {
        WebElement echo = page.openMethod("mirror", "echo");
        echo.findElement(By.xpath(".//button[.='Example: a word']")).click();
        assertTrue(page.answer(echo).contains("\"result\": \"word\""));
    }

    /** Of 160, without a way to go to see what came of it. */
    @Test
    void theAnswerStandsBelowItsMethod() {
        page.logIn("admin", password);
        WebElement getSpace = page.openMethod("confluenceservice-v2", "getSpace");
        getSpace.findElement(By.tagName("textarea")).sendKeys("DS");
        page.answer(getSpace);
        assertTrue(chrome.isInView(getSpace.findElement(By.cssSelector(".answer p"))));
        assertTrue(chrome.isInView(getSpace.findElement(By.cssSelector("button.main"))));
        assertTrue(chrome.isInView(chrome.driver.findElement(RpcBrowser.endpoint("hello"))), "the list stays");
    }

    @Test
    void onAPhoneNothingIsCutOff() {
        page.logIn("admin", password);
        chrome.phone();
        WebElement storePage = page.openMethod("confluenceservice-v2", "storePage");
        page.answer(storePage);
        assertEquals(0L, chrome.driver.executeScript("return document.documentElement.scrollWidth - innerWidth"));
    }

    @Test
    void argumentsCanBeWrittenAsJson() {
        WebElement hello = page.openMethod("hello", "hello");
        hello.findElement(By.cssSelector("input[type=checkbox]")).click();
        WebElement json = hello.findElements(By.tagName("textarea")).get(1);
        json.clear();
        json.sendKeys("[\"Bob\"");
        hello.findElement(By.cssSelector("button.main")).click();
        assertTrue(hello.findElement(By.cssSelector("[role=alert]")).getText().startsWith("Arguments: "));
        json.sendKeys("]");
        assertTrue(page.answer(hello).contains("Hello, Bob!"));
    }

    @Test
    void aCallThatFailsSaysWhy() {
        WebElement call = page.openMethod("mirror", "call");
        call.findElement(By.tagName("input")).sendKeys(Keys.chord(Keys.CONTROL, "a"), "x");
        call.findElement(By.cssSelector("button.main")).click();
        assertEquals("port: not a number", call.findElement(By.cssSelector("[role=alert]")).getText());
        call.findElement(By.tagName("input")).sendKeys(Keys.chord(Keys.CONTROL, "a"), "1");
        String answer = page.answer(call);
        assertTrue(answer.contains("\"code\": 500") && answer.contains("java.net.ConnectException"), answer);
        assertEquals("bad", chrome.driver.findElement(By.cssSelector(".answer p")).getDomAttribute("class"));
        assertTrue(chrome.text(By.cssSelector(".answer p")).matches("200.* \u00b7 error 500 .*"));
    }

    @Test
    void whatOneMayNotUseIsSeenAfterTheLogin() {
        assertTrue(chrome.driver.findElements(RpcBrowser.endpoint("confluenceservice-v2")).isEmpty());
        page.logIn("admin", password);
        WebElement getSpace = page.openMethod("confluenceservice-v2", "getSpace");
        assertTrue(getSpace.getText().contains("Can fail with InvalidSessionException"), getSpace.getText());
        getSpace.findElement(By.tagName("textarea")).sendKeys("DS");
        assertTrue(page.answer(getSpace).contains("\"Demonstration Space\""));
        chrome.driver.manage().deleteAllCookies();
        assertTrue(page.answer(getSpace).contains("-32001"));
        assertTrue(chrome.text(By.cssSelector(".answer p")).startsWith("401"));
        chrome.await(ExpectedConditions.textToBePresentInElementLocated(By.id("login"), "Not logged in"));
    }

    @Test
    void pluginsComeAndGoWhileThePageIsOpen() throws IOException {
        Path jar = PluginJar.endpoint(plugins.resolve("visitor.jar"), "visitor", true);
        chrome.await(ExpectedConditions.presenceOfElementLocated(RpcBrowser.endpoint("visitor")));
        WebElement echo = page.openMethod("visitor", "echo");
        echo.findElement(By.tagName("textarea")).sendKeys("typed");
        Files.delete(jar);
        chrome.await(ExpectedConditions.presenceOfElementLocated(By.className("gone")));
        assertTrue(chrome.driver.findElements(RpcBrowser.endpoint("visitor")).isEmpty());
        PluginJar.endpoint(jar, "visitor", true);
        chrome.await(ExpectedConditions.invisibilityOfElementLocated(By.className("gone")));
        assertTrue(page.answer(echo).contains("\"typed\""), "what was typed is still there");
        Files.delete(jar);
    }

    @Test
    void aHostileResultIsText() {
        String hostile = "<img src=x onerror=\"document.title='gone'\"><script>document.title='gone'</script>";
        WebElement echo = page.openMethod("mirror", "echo");
        echo.findElement(By.tagName("textarea")).sendKeys(hostile);
        new Select(echo.findElement(By.tagName("select"))).selectByValue("light");
        assertEquals('"' + hostile.replace("\"", "\\\"") + '"', page.answer(echo));
        assertTrue(chrome.driver.findElements(By.tagName("img")).isEmpty());
        assertEquals("RPC Browser", chrome.driver.getTitle());
    }

    @Test
    void callsCanBeSentTogether() {
        WebElement hello = page.openMethod("hello", "hello");
        By add = By.xpath(".//button[.='Add to batch']");
        hello.findElement(By.tagName("textarea")).sendKeys("Ann");
        hello.findElement(add).click();
        hello.findElement(By.tagName("textarea")).sendKeys("e");
        hello.findElement(add).click();
        assertEquals("Batch of 2", chrome.text(By.cssSelector(".batch h3")));
        chrome.click(By.xpath("//button[.='Send the batch']"));
        chrome.await(driver -> chrome.text(By.cssSelector(".batch .answer")).contains("Hello, Anne!"));
        assertTrue(chrome.text(By.cssSelector(".answer .response")).startsWith("["));
    }

    @Test
    void searchFindsEndpointsByTheirMethods() {
        chrome.type(By.id("search"), "echo");
        chrome.await(ExpectedConditions.textToBePresentInElementLocated(By.id("count"), "1 of "));
        assertEquals(1, chrome.driver.findElements(RpcBrowser.endpoint("mirror")).size());
    }

    @Test
    void administratorsSeeWhatFailed() {
        page.logIn("admin", password);
        chrome.click(By.linkText("Failed and shadowed services"));
        chrome.await(ExpectedConditions.textToBePresentInElementLocated(By.tagName("main"), "Shadowed"));
        assertFalse(chrome.text(By.tagName("main")).contains("Only administrators"));
    }

    @Test
    void itCanBeUsedWithTheKeyboardAlone() {
        WebElement body = chrome.driver.findElement(By.tagName("body"));
        body.sendKeys(Keys.TAB);
        assertEquals("skip", chrome.driver.switchTo().activeElement().getDomAttribute("class"));
        chrome.driver.findElement(RpcBrowser.endpoint("hello")).sendKeys(Keys.ENTER);
        chrome.await(ExpectedConditions.presenceOfElementLocated(By.cssSelector("details[data-name='hello']")));
        chrome.driver.findElement(By.cssSelector("details[data-name='hello'] > summary")).sendKeys(Keys.ENTER);
        WebElement name = chrome.await(ExpectedConditions.elementToBeClickable(By.cssSelector("form textarea")));
        name.sendKeys("Key", Keys.TAB, Keys.TAB, Keys.TAB, Keys.ENTER);
        chrome.await(driver -> chrome.text(By.className("answer")).contains("Hello, Key!"));
    }

    @Test
    void nothingSeriousIsInaccessible() {
        page.logIn("admin", password);
        page.openMethod("confluenceservice-v2", "storePage");
        for (boolean dark : new boolean[] {false, true}) {
            chrome.colorScheme(dark);
            List<Rule> serious = new AxeBuilder().analyze(chrome.driver).getViolations().stream()
                    .filter(rule -> List.of("serious", "critical").contains(rule.getImpact())).toList();
            assertTrue(serious.isEmpty(), serious::toString);
        }
    }
}
