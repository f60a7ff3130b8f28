package io.github.jsonrpcwhiteboard.itest.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

import io.github.jsonrpcwhiteboard.itest.confluence.Wiki;

/** Makes the pictures of the README anew: not a test, but it stands and falls with the page as those do. */
@ExtendWith(Wiki.Shared.class)
@EnabledIfSystemProperty(named = "screenshots", matches = ".+", disabledReason = "makes files for the README")
class ScreenshotsIT {

    private static final int MOST_BYTES = 150_000;
    private static final int WIDTH = 1280;
    private static final int HIGH = 1250;
    private static final int LOW = 800;

    @Test
    void pictures(Wiki wiki) throws IOException {
        Chrome.assumeInstalled();
        try (Chrome chrome = new Chrome()) {
            RpcBrowser page = new RpcBrowser(chrome, wiki.url());
            page.logIn("admin", wiki.adminPassword());
            chrome.driver.manage().window().setSize(new Dimension(WIDTH, HIGH));
            page.filter("confluenceservice-v2", "search");
            WebElement search = page.openMethod("confluenceservice-v2", "search(query,maxResults)");
            search.findElement(By.tagName("textarea")).sendKeys("page");
            search.findElement(By.tagName("input")).sendKeys(Keys.chord(Keys.CONTROL, "a"), "2");
            page.answer(search);
            save(chrome, "browser");
            chrome.colorScheme(true);
            chrome.driver.manage().window().setSize(new Dimension(WIDTH, LOW));
            page.filter("confluenceservice-v2", "label");
            save(chrome, "browser-dark");
            chrome.phone();
            chrome.colorScheme(false);
            page.filter("confluenceservice-v2", "getSpace");
            WebElement getSpace = page.openMethod("confluenceservice-v2", "getSpace");
            getSpace.findElement(By.tagName("textarea")).sendKeys("NONE");
            page.answer(getSpace);
            save(chrome, "browser-phone");
        }
    }

    private static void save(Chrome chrome, String name) throws IOException {
        byte[] picture = chrome.driver.getScreenshotAs(OutputType.BYTES);
        assertTrue(picture.length <= MOST_BYTES, () -> name + " has " + picture.length + " bytes");
        Path directory = Files.createDirectories(Path.of(System.getProperty("screenshots")));
        Files.write(directory.resolve(name + ".png"), picture);
    }
}
