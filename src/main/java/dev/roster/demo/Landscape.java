package dev.roster.demo;

import dev.roster.demo.graph.GraphSimulator;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.BitbucketSimulator;
import dev.roster.demo.product.BitbucketVersion;
import dev.roster.demo.product.ConfluenceSimulator;
import dev.roster.demo.product.ConfluenceVersion;
import dev.roster.demo.product.JiraSimulator;
import dev.roster.demo.product.JiraVersion;
import dev.roster.demo.product.SimulatedProduct;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A simulated tenant and three simulated products, each on a loopback port of its own, and the settings for them. */
public final class Landscape implements AutoCloseable {

    /** The name of its one connection. */
    public static final String CONNECTION = "demo";

    public static final String JIRA_TOKEN = "NjE0Njc4OTk0NDM3Ojc+jira";
    public static final String CONFLUENCE_TOKEN = "MTk2NTQzMjEwOTg3Ojc+confluence";
    public static final String BITBUCKET_PASSWORD = "correct horse & battery%staple";

    private final GraphSimulator graph;
    private final JiraSimulator jira;
    private final ConfluenceSimulator confluence;
    private final BitbucketSimulator bitbucket;

    private Landscape(
            GraphSimulator graph, JiraSimulator jira, ConfluenceSimulator confluence, BitbucketSimulator bitbucket) {
        this.graph = graph;
        this.jira = jira;
        this.confluence = confluence;
        this.bitbucket = bitbucket;
    }

    /** The latest version of each product. */
    public static Landscape start(SimulatedTenant tenant) {
        return start(tenant, JiraVersion.V11, ConfluenceVersion.V10_0, BitbucketVersion.V10);
    }

    public static Landscape start(
            SimulatedTenant tenant,
            JiraVersion jiraVersion,
            ConfluenceVersion confluenceVersion,
            BitbucketVersion bitbucketVersion) {
        JiraSimulator jira = JiraSimulator.start(jiraVersion, "/jira");
        jira.acceptToken(JIRA_TOKEN, SimulatedProduct.ADMIN);
        ConfluenceSimulator confluence = ConfluenceSimulator.start(confluenceVersion);
        confluence.acceptToken(CONFLUENCE_TOKEN, SimulatedProduct.ADMIN);
        BitbucketSimulator bitbucket = BitbucketSimulator.start(bitbucketVersion);
        bitbucket.acceptPassword(SimulatedProduct.ADMIN, BITBUCKET_PASSWORD);
        return new Landscape(GraphSimulator.start(tenant), jira, confluence, bitbucket);
    }

    public GraphSimulator graph() {
        return graph;
    }

    public JiraSimulator jira() {
        return jira;
    }

    public ConfluenceSimulator confluence() {
        return confluence;
    }

    public BitbucketSimulator bitbucket() {
        return bitbucket;
    }

    public List<SimulatedProduct> products() {
        return List.of(jira, confluence, bitbucket);
    }

    /** The connection's settings, by their full keys: nothing scheduled, and no waiting for the first run. */
    public Map<String, String> settings() {
        return settings(CONNECTION);
    }

    /** The same for a connection of another name, so that several landscapes can be synced side by side. */
    public Map<String, String> settings(String connection) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("entra.tenant-id", GraphSimulator.TENANT_ID);
        settings.put("entra.client-id", GraphSimulator.CLIENT_ID);
        settings.put("entra.client-secret", GraphSimulator.CLIENT_SECRET);
        settings.put("entra.login-url", graph.url().toString());
        settings.put("entra.graph-url", graph.url().toString());
        settings.put("schedule.cron", "");
        settings.put("schedule.reconcile-cron", "");
        settings.put("limits.first-run", "run");
        target(settings, "jira", jira);
        settings.put("targets.jira.token", JIRA_TOKEN);
        target(settings, "confluence", confluence);
        settings.put("targets.confluence.token", CONFLUENCE_TOKEN);
        target(settings, "bitbucket", bitbucket);
        settings.put("targets.bitbucket.username", SimulatedProduct.ADMIN);
        settings.put("targets.bitbucket.password", BITBUCKET_PASSWORD);
        Map<String, String> full = new LinkedHashMap<>();
        settings.forEach((key, value) -> full.put(key(connection, key), value));
        return full;
    }

    /** The full key of a setting of its connection. */
    public static String key(String relative) {
        return key(CONNECTION, relative);
    }

    /** The full key of a setting of a connection. */
    public static String key(String connection, String relative) {
        return "roster.connections." + connection + "." + relative;
    }

    private static void target(Map<String, String> settings, String name, SimulatedProduct product) {
        settings.put("targets." + name + ".product", name);
        settings.put("targets." + name + ".url", product.url().toString());
    }

    @Override
    public void close() {
        graph.close();
        products().forEach(SimulatedProduct::close);
    }
}
