package dev.roster;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication
public class Roster {

    public static void main(String[] args) {
        SpringApplication.run(Roster.class, args);
    }
}
