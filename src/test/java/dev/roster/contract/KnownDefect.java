package dev.roster.contract;

import java.util.regex.Pattern;

/**
 * A place where a vendor's description is known to be wrong or silent.
 *
 * @param path of the request, from {@code /rest} on
 * @param message part of the status, the validator's key and its text
 * @param why what the product really does
 */
record KnownDefect(String method, Pattern path, Pattern message, String why) {

    static KnownDefect defect(String method, String path, String message, String why) {
        return new KnownDefect(method, Pattern.compile(path), Pattern.compile(message), why);
    }

    boolean covers(String requestMethod, String requestPath, String violation) {
        return (method.equals("*") || method.equals(requestMethod))
                && path.matcher(requestPath).matches()
                && message.matcher(violation).find();
    }
}
