package dev.roster.monitoring;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.roster.console.ConsoleTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.apache.camel.ConsumerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Hawtio's console in a real browser, with pictures in {@code target/hawtio}. The browser is {@code /usr/bin/chromium}
 * unless the system property {@code chromium} names another.
 */
@Tag("browser")
@ConsoleTest
class HawtioPageTest {
    private static final Path PICTURES = Path.of("target", "hawtio");

    // The first page brings 17 MB of scripts.
    private static final double PATIENCE = 60_000;

    @LocalServerPort
    int port;

    @Autowired
    ConsumerTemplate consumer;

    private final List<String> complaints = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Playwright playwright;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @BeforeEach
    void open() {
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                        .setArgs(List.of("--no-sandbox")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @AfterEach
    void close() {
        playwright.close();
    }

    @Test
    void routesAreShownWithDiagramAndCountersAndNothingComplains() {
        Page page = consoleOf("viewer");
        page.locator("text=heartbeat").first().click();

        Locator step = page.locator(".react-flow__node", new Page.LocatorOptions().setHasText("from2"));
        assertThat(step).containsText(Pattern.compile("[1-9]\\d*\\s*From timer"));
        assertThat(page.locator(".react-flow__node")).hasCount(3);
        picture(page, "diagram");

        shows(page, "Attributes", "ExchangesTotal");
        shows(page, "Source", "timer:heartbeat");
        shows(page, "Exchanges", "No inflight exchanges");
        assertThat(complaints).isEmpty();
    }

    @Test
    void anOperatorStartsASyncBySendingAMessage() {
        Page page = consoleOf("operator");
        page.locator("text=direct://sync").first().click();
        page.locator("a", new Page.LocatorOptions().setHasText("Send")).first().click();
        page.locator(".monaco-editor").first().click();
        page.keyboard().insertText("acme");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Send").setExact(true))
                .click();

        assertThat(page.locator("body")).containsText("sent to the direct://sync endpoint");
        picture(page, "send");
        assertThat(consumer.receiveBody("seda:started", 5000)).isEqualTo("acme");
        assertThat(complaints).isEmpty();
    }

    private static void shows(Page page, String tab, String text) {
        page.locator("a", new Page.LocatorOptions().setHasText(tab)).first().click();
        assertThat(page.locator("body")).containsText(text);
        picture(page, tab);
    }

    private Page consoleOf(String user) {
        Page page = browser.newContext(new Browser.NewContextOptions()
                        .setHttpCredentials(user, user + "-password")
                        .setViewportSize(1500, 950))
                .newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate("http://127.0.0.1:" + port + "/hawtio/");
        return page;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
