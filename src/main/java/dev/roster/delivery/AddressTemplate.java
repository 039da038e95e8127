package dev.roster.delivery;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a request as a route writes it, such as {@code POST /rest/api/2/group/user?groupname={group}}.
 *
 * <p>What stands in braces is filled in and percent-encoded here and nowhere else, so that no name from a directory
 * can become a further path segment, a parameter or an option. A parameter whose placeholder ends in a question mark
 * ({@code cursor={cursor?}}) is left out when it has no value, or an empty one.
 */
public final class AddressTemplate {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)(\\?)?}");
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private final String method;
    private final String path;
    private final List<String> parameters;

    private AddressTemplate(String method, String path, List<String> parameters) {
        this.method = method;
        this.path = path;
        this.parameters = parameters;
    }

    /** @throws IllegalArgumentException unless it is a method, a space and a path */
    public static AddressTemplate parse(String text) {
        int space = text.indexOf(' ');
        if (space <= 0 || text.length() <= space + 1 || text.charAt(space + 1) != '/') {
            throw new IllegalArgumentException("not 'METHOD /path': " + text);
        }
        String address = text.substring(space + 1);
        int question = queryStart(address);
        String path = question < 0 ? address : address.substring(0, question);
        List<String> parameters = question < 0
                ? List.of()
                : List.of(address.substring(question + 1).split("&"));
        return new AddressTemplate(text.substring(0, space), path, parameters);
    }

    public String method() {
        return method;
    }

    /**
     * Path and query, encoded.
     *
     * @param values what each placeholder stands for; null when it has no value
     * @throws Unaddressable when a value is missing, or would be a path segment that servers resolve away
     */
    public String expand(Function<String, @Nullable Object> values) {
        StringBuilder address = new StringBuilder();
        for (String segment : path.substring(1).split("/", -1)) {
            address.append('/').append(fillSegment(segment, values));
        }
        List<String> query = new ArrayList<>();
        for (String parameter : parameters) {
            String filled = fill(parameter, values);
            if (filled != null) {
                query.add(filled);
            }
        }
        return query.isEmpty() ? address.toString() : address + "?" + String.join("&", query);
    }

    private static String fillSegment(String segment, Function<String, @Nullable Object> values) {
        String filled = fill(segment, values);
        if (filled == null || filled.isEmpty() || filled.equals(".") || filled.equals("..")) {
            throw new Unaddressable("a path cannot carry the name '" + filled + "'");
        }
        return filled;
    }

    private static @Nullable String fill(String text, Function<String, @Nullable Object> values) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (placeholder.find()) {
            Object value = values.apply(placeholder.group(1));
            boolean optional = placeholder.group(2) != null;
            if (optional && (value == null || value.toString().isEmpty())) {
                return null;
            }
            if (value == null) {
                throw new Unaddressable("nothing to fill in for {" + placeholder.group(1) + "}");
            }
            placeholder.appendReplacement(filled, Matcher.quoteReplacement(encode(value.toString())));
        }
        return placeholder.appendTail(filled).toString();
    }

    private static String encode(String value) {
        StringBuilder encoded = new StringBuilder(value.length());
        for (byte octet : octets(value)) {
            char character = (char) (octet & 0xff);
            if (UNRESERVED.indexOf(character) >= 0) {
                encoded.append(character);
            } else {
                encoded.append(String.format("%%%02X", (int) character));
            }
        }
        return encoded.toString();
    }

    /** Half a character would become a question mark, and so perhaps somebody else's name. */
    private static byte[] octets(String value) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
            byte[] octets = new byte[encoded.remaining()];
            encoded.get(octets);
            return octets;
        } catch (CharacterCodingException e) {
            throw new Unaddressable("an address cannot carry half a character");
        }
    }

    /** The first question mark that is not inside a placeholder. */
    private static int queryStart(String address) {
        int depth = 0;
        for (int i = 0; i < address.length(); i++) {
            char character = address.charAt(i);
            depth += character == '{' ? 1 : character == '}' ? -1 : 0;
            if (character == '?' && depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
