package dev.roster.demo;

import java.util.HashMap;
import java.util.Map;

/**
 * What a simulator sends back.
 *
 * @param missingBytes how many more bytes the length header announces than the body has
 * @param dropped the connection is closed without an answer
 */
public record SimulatedAnswer(int status, Map<String, String> headers, String body, int missingBytes, boolean dropped) {

    public static SimulatedAnswer json(int status, String body) {
        return new SimulatedAnswer(status, Map.of("Content-Type", "application/json;charset=UTF-8"), body, 0, false);
    }

    public static SimulatedAnswer text(int status, String contentType, String body) {
        return new SimulatedAnswer(status, Map.of("Content-Type", contentType), body, 0, false);
    }

    public static SimulatedAnswer empty(int status) {
        return new SimulatedAnswer(status, Map.of(), "", 0, false);
    }

    public static SimulatedAnswer connectionLost() {
        return new SimulatedAnswer(0, Map.of(), "", 0, true);
    }

    public SimulatedAnswer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new SimulatedAnswer(status, Map.copyOf(more), body, missingBytes, dropped);
    }

    /** The same answer, cut off in the middle of its body. */
    public SimulatedAnswer truncated() {
        int half = body.length() / 2;
        return new SimulatedAnswer(status, headers, body.substring(0, half), body.length() - half, dropped);
    }
}
