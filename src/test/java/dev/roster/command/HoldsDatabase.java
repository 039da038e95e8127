package dev.roster.command;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A process that has the embedded database open and does nothing else; ends when its input does. */
final class HoldsDatabase {

    private HoldsDatabase() {}

    public static void main(String[] args) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(args[0], "SA", "")) {
            System.out.println("open " + connection.isValid(1));
            System.in.transferTo(System.out);
        }
    }
}
