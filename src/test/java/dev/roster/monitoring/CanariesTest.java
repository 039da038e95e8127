package dev.roster.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.LogForOneTest;
import dev.roster.RunningService;
import dev.roster.console.Caller;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedExchange;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.graph.GraphSimulator;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.BitbucketVersion;
import dev.roster.demo.product.ConfluenceVersion;
import dev.roster.demo.product.JiraVersion;
import dev.roster.demo.product.SimulatedProduct;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * P8: after runs with failures at the most talkative, no secret is found anywhere, and a person's name and address only
 * where people are shown them.
 */
class CanariesTest {

    private static final String PERSON = "Zebedee Canaryname";
    private static final String APPLICATION = "roster-app";
    private static final String APPLICATION_PASSWORD = "canary+of/the&application";
    private static final String ADDRESS = "zebedee.canary@example.com";
    private static final Pattern NEW_PASSWORD = Pattern.compile("\"password\":\"([^\"]+)\"");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RunningService service;

    @BeforeAll
    static void talkativeRuns() {
        LogForOneTest.take();
        SimulatedTenant tenant = RunningService.smallTenant();
        tenant.changePerson(
                "ann@example.com", ann -> ann.withDisplayName(PERSON).withMail(ADDRESS));
        Landscape landscape = Landscape.start(tenant, JiraVersion.V10_0, ConfluenceVersion.V10_0, BitbucketVersion.V10);
        landscape.jira().userServer().register(APPLICATION, APPLICATION_PASSWORD);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spring.datasource.url", "jdbc:hsqldb:file:" + folder.resolve("db") + ";hsqldb.tx=mvcc");
        settings.put("spring.datasource.username", "sa");
        settings.put("spring.jmx.enabled", "true");
        settings.put("camel.main.jmx-enabled", "true");
        settings.put("logging.level.root", "DEBUG");
        settings.put("logging.file.name", log().toString());
        settings.put("logging.threshold.console", "OFF");
        // All of it stays in one file, however much it is.
        settings.put("logging.logback.rollingpolicy.max-file-size", "1GB");
        // The simulators' side of the wire, and the test's own calls.
        settings.put("logging.level.com.sun.net.httpserver", "OFF");
        settings.put("logging.level.jdk.httpclient", "OFF");
        settings.put(Landscape.key("groups.include"), "jira-.*");
        settings.put(Landscape.key("targets.jira.user-management.application"), APPLICATION);
        settings.put(Landscape.key("targets.jira.user-management.password"), APPLICATION_PASSWORD);
        service = RunningService.start(landscape, settings);
        landscape.products().forEach(CanariesTest::echo);
        sync();
        landscape.products().forEach(product -> product.server().forgetFaults());
        sync();
        landscape.jira().server().plan(echo(PlannedFault.on("GET", "/rest/usermanagement/")));
        assertThat(admin().post("/api/connections/demo/check", "{}", "Content-Type", "application/json")
                        .body())
                .contains("user management")
                .doesNotContain(APPLICATION_PASSWORD);
        tenant.changePerson("ann@example.com", ann -> ann.withAccountEnabled(false));
        sync();
    }

    /** Every first write is answered by everything that it said, as a proxy in trouble might. */
    private static void echo(SimulatedProduct product) {
        product.server().plan(echo(request -> !request.method().equals("GET")));
    }

    private static PlannedFault echo(Predicate<SimulatedRequest> asked) {
        return PlannedFault.echo(
                asked,
                1,
                request ->
                        SimulatedAnswer.json(403, request.headers() + " " + request.rawQuery() + " " + request.body()));
    }

    private static void sync() {
        assertThat(admin().post("/api/connections/demo/runs", "{}", "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !admin().get("/api/connections").body().contains("\"running\":true"));
    }

    private static Path log() {
        return folder.resolve("roster.log");
    }

    private static Caller admin() {
        return new Caller(service.port(), "admin");
    }

    @AfterAll
    static void close() {
        service.close();
        LogForOneTest.giveBack();
    }

    /** Every secret as it is, and as it would stand in an address or a header. */
    private static Set<String> secrets() {
        Set<String> secrets = new LinkedHashSet<>();
        Stream.of(
                        GraphSimulator.CLIENT_SECRET,
                        Landscape.JIRA_TOKEN,
                        Landscape.CONFLUENCE_TOKEN,
                        Landscape.BITBUCKET_PASSWORD,
                        SimulatedProduct.ADMIN + ":" + Landscape.BITBUCKET_PASSWORD,
                        APPLICATION_PASSWORD,
                        APPLICATION + ":" + APPLICATION_PASSWORD,
                        "admin-password")
                .forEach(secret -> add(secrets, secret));
        for (SimulatedExchange exchange : service.landscape().graph().server().exchanges()) {
            String authorization = exchange.request().header("Authorization");
            if (authorization != null) {
                add(secrets, authorization.substring("Bearer ".length()));
            }
        }
        service.landscape()
                .products()
                .forEach(product -> product.server().exchanges().forEach(exchange -> {
                    String password = exchange.request().query().get("password");
                    Matcher inBody = NEW_PASSWORD.matcher(exchange.request().body());
                    if (password != null || inBody.find()) {
                        add(secrets, password != null ? password : inBody.group(1));
                    }
                }));
        return secrets;
    }

    private static void add(Set<String> secrets, String secret) {
        secrets.add(secret);
        secrets.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        secrets.add(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
    }

    private static void holdsNoSecret(String where, String text) {
        assertThat(secrets().stream().filter(text::contains).toList())
                .as("secrets in %s", where)
                .isEmpty();
    }

    private static void holdsNobody(String where, String text) {
        for (String name : List.of(PERSON, ADDRESS, URLEncoder.encode(PERSON, StandardCharsets.UTF_8))) {
            int at = text.indexOf(name);
            assertThat(at < 0 ? "" : text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 100)))
                    .as("a person in %s", where)
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("P8 there was something to betray: secrets of every kind, a dead letter, and the person")
    void theCanariesWereThere() {
        assertThat(secrets()).hasSizeGreaterThan(20);
        assertThat(rows()).contains(PERSON, ADDRESS);
        assertThat(service.app()
                        .getBean(JdbcClient.class)
                        .sql("select count(*) from operation where status = 'dead'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    @DisplayName("P8 logs at DEBUG")
    void logs() throws IOException {
        String text = Files.readString(log(), StandardCharsets.UTF_8);
        assertThat(text.lines().count()).isGreaterThan(1000);
        holdsNoSecret("the log", text);
        holdsNobody("the log", text);
    }

    @Test
    @DisplayName("P8 database: every row of every table, and its files as they lie on the disk")
    void database() throws IOException {
        holdsNoSecret("the tables", rows());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("db"))
                    .filter(Files::isRegularFile)
                    .toList()) {
                holdsNoSecret(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static String rows() {
        JdbcClient jdbc = service.app().getBean(JdbcClient.class);
        StringBuilder all = new StringBuilder();
        jdbc.sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'")
                .query(String.class)
                .list()
                .forEach(table -> all.append(jdbc.sql("select * from \"" + table + "\"")
                                .query()
                                .listOfRows())
                        .append('\n'));
        return all.toString();
    }

    @Test
    @DisplayName("P8 JMX: every attribute, and every operation without arguments that shows something")
    void jmx() {
        List<String> shown = new MBeanTexts(ManagementFactory.getPlatformMBeanServer()).all();
        assertThat(shown).hasSizeGreaterThan(1000);
        String text = String.join("\n", shown);
        assertThat(text).contains("dumpRoutesAsXml", "graph-read-users");
        holdsNoSecret("JMX", text);
        holdsNobody("JMX", text);
    }

    @Test
    @DisplayName("P8 actuator, API, exports and console: every address that answers a GET")
    void answers() {
        List<String> paths = paths();
        assertThat(paths).contains("/api/runs/1/operations.csv", "/actuator/prometheus", "/api/dead-letters");
        for (String path : paths) {
            var answer = admin().get(path);
            String text = answer.headers().map() + answer.body();
            holdsNoSecret(path, text);
            if (!path.startsWith("/api/")) {
                holdsNobody(path, text);
            }
        }
    }

    private static List<String> paths() {
        List<String> paths = new ArrayList<>();
        service.app().getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(path -> path.replaceAll("\\{(connection|c|name)}", "demo")
                        .replaceAll("\\{[^}]*}", "1")
                        .replace("**", ""))
                .distinct()
                .forEach(paths::add);
        for (String object : List.of("org.apache.camel:*", "java.lang:*")) {
            paths.add("/actuator/jolokia/read/" + object + "?ignoreErrors=true");
        }
        return paths;
    }

    @Test
    @DisplayName("P8 process list and names of threads")
    void process() throws IOException {
        StringBuilder text = new StringBuilder();
        Thread.getAllStackTraces()
                .keySet()
                .forEach(thread -> text.append(thread.getName()).append('\n'));
        Path command = Path.of("/proc/self/cmdline");
        if (Files.exists(command)) {
            text.append(Files.readString(command, StandardCharsets.ISO_8859_1));
        }
        text.append(Objects.requireNonNullElse(
                ProcessHandle.current().info().commandLine().orElse(null), ""));
        holdsNoSecret("the process list", text.toString());
        holdsNobody("the process list", text.toString());
    }
}
