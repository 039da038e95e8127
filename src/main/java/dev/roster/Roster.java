package dev.roster;

import dev.roster.command.Program;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class Roster {

    public static void main(String[] args) {
        // Without it, Java's client shows no password to a proxy that opens a tunnel. It is read but once.
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        Program.start(Roster.class, args);
    }
}
