package dev.roster.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import dev.roster.console.ConsoleTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Looks at Hawtio's console with a real browser; the pictures are in target/hawtio. */
@Tag("browser")
@ConsoleTest
class HawtioPageTest {
    private static final String CHROMIUM = System.getProperty("chromium", "/usr/bin/chromium");

    @LocalServerPort
    int port;

    private final List<String> complaints = new ArrayList<>();

    @Test
    void theConsoleShowsRoutesWithDiagramAndCounters() {
        try (Playwright playwright =
                        Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(Path.of(CHROMIUM))
                                .setArgs(List.of("--no-sandbox")))) {
            BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                    .setHttpCredentials("operator", "operator-password")
                    .setViewportSize(1500, 950));
            Page page = context.newPage();
            page.onConsoleMessage(m -> System.out.println("CONSOLE " + m.type() + " " + m.text() + " " + m.location()));
            page.onPageError(System.out::println);
            page.onRequest(r -> {
                if (r.url().contains("jolokia"))
                    System.out.println("REQ " + r.method() + " " + r.url() + " "
                            + r.headers().get("content-type") + " " + r.postData());
            });
            page.onResponse(r -> {
                if (r.status() >= 400) System.out.println("RESP " + r.status() + " " + r.url());
                if (r.url().contains("jolokia")) {
                    try {
                        String t = r.text();
                        if (t.contains("\"error\""))
                            System.out.println("JERR " + t.substring(0, Math.min(1500, t.length())));
                    } catch (RuntimeException e) {
                        System.out.println("noresp");
                    }
                }
            });
            page.navigate("http://127.0.0.1:" + port + "/hawtio/");
            page.waitForTimeout(12000);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/hawtio/1.png")));

            int n = 2;
            for (String tab : new String[] {
                "text=heartbeat",
                "text=Routes >> nth=-1",
                "a:has-text('Source')",
                "a:has-text('Endpoints')",
                "a:has-text('Exchanges')",
                "text=Profile",
                "text=Attributes",
                "text=Operations",
                "text=Chart",
                "text=Trace",
                "text=Debug",
                "text=direct://sync",
                "text=Send",
                "text=MBeans",
                "nav >> text=JMX",
                "nav >> text=Runtime",
                "text=Metrics",
                "text=Threads"
            }) {
                System.out.println("TAB " + tab);
                try {
                    page.locator(tab)
                            .first()
                            .click(new com.microsoft.playwright.Locator.ClickOptions().setTimeout(4000));
                    page.waitForTimeout(2500);
                } catch (RuntimeException e) {
                    System.out.println("NO " + tab);
                }
                page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/hawtio/" + n++ + ".png")));
                System.out.println("URL " + page.url());
            }
        }
        assertThat(complaints).isEmpty();
    }
}
