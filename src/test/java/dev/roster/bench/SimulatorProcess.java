package dev.roster.bench;

import dev.roster.demo.Landscape;
import dev.roster.demo.SimulatedServer;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.graph.TenantOfSize;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The simulators in a process of their own, so that what is measured is Roster's alone. It prints the settings that
 * lead to them, then obeys one command a line until its input ends.
 */
public final class SimulatorProcess {

    private SimulatorProcess() {}

    /** @param args people, latency in milliseconds */
    public static void main(String[] args) throws IOException {
        SimulatedTenant tenant = TenantOfSize.of(Integer.parseInt(args[0]), 7);
        try (Landscape landscape = Landscape.start(tenant)) {
            List<SimulatedServer> servers = new ArrayList<>();
            servers.add(landscape.graph().server());
            landscape.products().forEach(product -> servers.add(product.server()));
            servers.forEach(server -> server.remember(false));
            servers.forEach(server -> server.answerAfter(Duration.ofMillis(Integer.parseInt(args[1]))));
            landscape.settings().forEach((key, value) -> say(key + "=" + value));
            say("READY");
            obey(landscape, tenant);
        }
    }

    private static void obey(Landscape landscape, SimulatedTenant tenant) throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int changed = 0;
        String line;
        while ((line = commands.readLine()) != null) {
            switch (line.split(" ", 2)[0]) {
                case "record" ->
                    landscape.products().forEach(product -> product.server().remember(true));
                case "change" -> TenantOfSize.change(tenant, Integer.parseInt(line.split(" ", 2)[1]), changed++);
                case "save" -> Recording.save(landscape, Path.of(line.split(" ", 2)[1]));
                default -> throw new IllegalArgumentException(line);
            }
            say("OK");
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
