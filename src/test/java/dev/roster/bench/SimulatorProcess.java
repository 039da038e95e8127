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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The simulators in a process of their own, so that what is measured is Roster's alone. It obeys one command a line
 * until its input ends. The second word of each is the connection that it is about. "serve" comes first, with how many
 * people there are and after how many milliseconds it answers; another "serve" of the same connection begins afresh, in
 * the process that has warmed up.
 */
public final class SimulatorProcess {

    private final Map<String, Served> served = new HashMap<>();

    private SimulatorProcess() {}

    /** @param changed how often the tenant has been changed */
    private record Served(SimulatedTenant tenant, Landscape landscape, int changed) {}

    /** @param args none */
    public static void main(String[] args) throws IOException {
        SimulatorProcess process = new SimulatorProcess();
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String command = commands.readLine();
        while (command != null) {
            process.obey(command.split(" "));
            say("OK");
            command = commands.readLine();
        }
    }

    private void obey(String[] words) throws IOException {
        String connection = words[1];
        if (words[0].equals("serve")) {
            serve(connection, Integer.parseInt(words[2]), Duration.ofMillis(Integer.parseInt(words[3])));
            return;
        }
        Served here = served.get(connection);
        switch (words[0]) {
            case "record" ->
                here.landscape().products().forEach(product -> product.server().remember(true));
            case "change" -> {
                TenantOfSize.change(here.tenant(), Integer.parseInt(words[2]), here.changed());
                served.put(connection, new Served(here.tenant(), here.landscape(), here.changed() + 1));
            }
            case "save" -> Recording.save(here.landscape(), Path.of(words[2]));
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    /** Says which settings lead to it. */
    private void serve(String connection, int people, Duration latency) {
        Served before = served.remove(connection);
        if (before != null) {
            before.landscape().close();
        }
        SimulatedTenant tenant = TenantOfSize.of(people, 7);
        Landscape landscape = Landscape.start(tenant);
        List<SimulatedServer> servers = new ArrayList<>();
        servers.add(landscape.graph().server());
        landscape.products().forEach(product -> servers.add(product.server()));
        servers.forEach(server -> server.remember(false));
        servers.forEach(server -> server.answerAfter(latency));
        landscape.settings(connection).forEach((key, value) -> say(key + "=" + value));
        served.put(connection, new Served(tenant, landscape, 0));
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
