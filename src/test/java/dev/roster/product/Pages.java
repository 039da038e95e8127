package dev.roster.product;

import dev.roster.directory.Delivery;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Answers as the routes hand them over: unmarshalled into maps and lists. */
final class Pages {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Pages() {}

    /** Single quotes stand for double ones. */
    static Object of(String json) {
        return JSON.readValue(json.replace('\'', '"'), Object.class);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String json) {
        return (Map<String, Object>) of(json);
    }

    /** What a product never answers where a page is expected. */
    static Stream<@Nullable Object> malformed() {
        return Stream.concat(
                Stream.of((Object) null),
                Stream.of(
                                "{}",
                                "''",
                                "'maintenance'",
                                "12",
                                "true",
                                "{'values':null}",
                                "{'values':{}}",
                                "{'values':[1]}",
                                "{'values':[{}],'isLast':true}",
                                "{'results':{}}",
                                "{'results':[{'name':5}]}",
                                "{'results':['anna']}",
                                "{'values':[{'name':null,'displayName':'x'}]}",
                                "{'errorMessages':['no'],'errors':{}}",
                                "{'message':'no','statusCode':403}",
                                "[1,2]",
                                "['anna']",
                                "[null]")
                        .map(Pages::of));
    }

    static Delivery delivery(OperationKind kind, Map<String, String> becomes, String... users) {
        return new Delivery(Arrays.stream(users.length == 0 ? new String[] {"ann"} : users)
                .map(user -> operation(kind, user, becomes))
                .toList());
    }

    static Operation operation(OperationKind kind, String user, Map<String, String> becomes) {
        return new Operation(1, 1, Wave.ACCOUNTS, kind, user, "Team", "p", "key-1", Map.of(), becomes, Reason.CHANGED);
    }

    static List<OperationKind> kinds() {
        return List.of(OperationKind.values());
    }
}
