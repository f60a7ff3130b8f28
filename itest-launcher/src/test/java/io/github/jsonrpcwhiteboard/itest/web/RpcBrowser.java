package io.github.jsonrpcwhiteboard.itest.web;

import java.util.List;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The RPC Browser as its users handle it. */
final class RpcBrowser {

    private final Chrome chrome;

    /** Opens the page of a launcher. */
    RpcBrowser(Chrome chrome, String url) {
        this.chrome = chrome;
        chrome.driver.get(url + "rpc/browser");
        chrome.await(ExpectedConditions.presenceOfElementLocated(endpoint("hello")));
    }

    /** An entry of the list. */
    static By endpoint(String path) {
        return By.xpath("//nav//a[strong='" + path + "']");
    }

    /** Logs in, and waits for what only those who are logged in see. */
    void logIn(String user, String password) {
        chrome.click(By.linkText("Log in"));
        chrome.type(By.name("user"), user);
        chrome.type(By.name("password"), password + Keys.ENTER);
        chrome.await(ExpectedConditions.presenceOfElementLocated(endpoint("confluenceservice-v2")));
        chrome.await(ExpectedConditions.textToBePresentInElementLocated(By.id("login"), "Logged in as " + user + "."));
    }

    /** Chooses an endpoint, and of its methods those with this in their names. */
    void filter(String path, String text) {
        chrome.click(endpoint(path));
        WebElement field = chrome.await(ExpectedConditions.elementToBeClickable(
                By.cssSelector("main input[type=search]")));
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
        chrome.driver.executeScript("scrollTo(0, 0)");
    }

    /** Opens a method; returns its part of the page. */
    WebElement openMethod(String path, String method) {
        chrome.click(endpoint(path));
        By details = By.cssSelector("details[data-name='" + method + "']");
        chrome.driver.executeScript("arguments[0].scrollIntoView()", chrome.await(
                ExpectedConditions.presenceOfElementLocated(details)));
        chrome.click(By.cssSelector("details[data-name='" + method + "'] > summary"));
        chrome.await(ExpectedConditions.presenceOfNestedElementLocatedBy(details, By.tagName("form")));
        return chrome.driver.findElement(details);
    }

    /** Tries a method and waits for the answer; returns what it says. */
    String answer(WebElement method) {
        List<WebElement> before = chrome.driver.findElements(By.cssSelector(".answer p"));
        method.findElement(By.cssSelector("button.main")).click();
        before.forEach(old -> chrome.await(ExpectedConditions.stalenessOf(old)));
        chrome.await(driver -> driver.findElement(By.cssSelector(".answer p")).getText().contains(" ms "));
        return chrome.text(By.cssSelector(".answer .response"));
    }
}
