package dev.roster.routes;

import dev.roster.routes.YamlPart.Entry;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where messages come from and go to: known components, and no address that data could become a part of. */
final class EndpointRule implements RouteRule {

    private static final Set<String> WITH_URI = Set.of("from", "to", "toD", "wireTap", "poll");
    private static final Set<String> COMPUTED = Set.of("recipientList", "routingSlip", "dynamicRouter");
    private static final Set<String> ENRICHING = Set.of("enrich", "pollEnrich");
    private static final Set<String> ADDRESSES = Set.of("deadLetterUri", "compensation", "completion");
    private static final Pattern PARAMETER = Pattern.compile("\\{\\{([A-Za-z]+)}}");

    private final Components components;

    EndpointRule(Components components) {
        this.components = components;
    }

    @Override
    public void check(Entry step, Place place, Consumer<RouteFault> faults) {
        String name = step.name();
        if (COMPUTED.contains(name)) {
            faults.accept(step.key()
                    .fault(
                            name + " computes where messages go",
                            "use 'to', or 'toD' over a closed list of direct: routes"));
        } else if (ENRICHING.contains(name)) {
            enriching(step, place, faults);
        } else if (WITH_URI.contains(name)) {
            addressed(step, place, faults);
        } else if (ADDRESSES.contains(name)) {
            address(step.value(), step.value().text(), place, faults);
        }
    }

    private void enriching(Entry step, Place place, Consumer<RouteFault> faults) {
        YamlPart expression = step.value().get("expression");
        YamlPart constant = (expression == null ? step.value() : expression).get("constant");
        String uri = constant == null ? null : constant.text() == null ? constant.text("expression") : constant.text();
        if (uri == null) {
            faults.accept(step.key()
                    .fault(step.name() + " computes where messages go", "give its address as a constant expression"));
        } else {
            address(step.value(), uri, place, faults);
        }
    }

    private void addressed(Entry step, Place place, Consumer<RouteFault> faults) {
        YamlPart value = step.value();
        String uri = value.text() == null ? value.text("uri") : value.text();
        if (step.name().equals("toD")) {
            computedDirect(step, uri, faults);
        } else {
            if (step.name().equals("wireTap") && uri != null && uri.contains("${")) {
                faults.accept(value.fault("wireTap computes where messages go", "give its address as it is"));
            }
            address(value, uri, place, faults);
        }
        if (uri != null && isAllowedRemote(uri, place)) {
            headersStay(step, uri, faults);
        }
    }

    private boolean isAllowedRemote(String uri, Place place) {
        return Components.isRemote(uri) && components.allows(uri, place) || place.isDoor() && parameter(uri) != null;
    }

    private static void computedDirect(Entry step, @Nullable String uri, Consumer<RouteFault> faults) {
        boolean direct = uri != null
                && uri.startsWith("direct:")
                && "direct".equals(step.value().text("allowedSchemes"));
        if (!direct) {
            faults.accept(step.key()
                    .fault(
                            "toD with an address that data may become a part of",
                            "write 'direct:…' with 'allowedSchemes: direct', or use 'to'"));
        }
    }

    private void address(YamlPart part, @Nullable String uri, Place place, Consumer<RouteFault> faults) {
        if (uri == null) {
            faults.accept(part.fault("no address", "give its uri"));
        } else if (uri.startsWith("{{")) {
            if (!place.parameters().contains(String.valueOf(parameter(uri)))) {
                faults.accept(part.fault(
                        "an address whose component is not to be seen: " + uri, "write the component as it is"));
            }
        } else if (!components.allows(uri, place)) {
            faults.accept(part.fault(
                    "the component of '" + beginning(uri) + "' is not allowed here",
                    Components.isRemote(uri)
                            ? "send requests through direct:send"
                            : "use another, or add it to roster.routes-allow"));
        }
    }

    /** Whether the value of this key is an address. */
    static boolean isAddress(Entry entry) {
        return entry.name().equals("uri") || WITH_URI.contains(entry.name()) || ADDRESSES.contains(entry.name());
    }

    /** The template's parameter that an address begins with; null when it begins otherwise. */
    static @Nullable String parameter(String uri) {
        Matcher matcher = PARAMETER.matcher(uri);
        return matcher.lookingAt() ? matcher.group(1) : null;
    }

    private static void headersStay(Entry step, String uri, Consumer<RouteFault> faults) {
        YamlPart parameters = step.value().get("parameters");
        for (String option : new String[] {"skipRequestHeaders", "skipResponseHeaders"}) {
            boolean set = parameters != null && parameters.isTrue(option) || uri.contains(option + "=true");
            if (!set) {
                faults.accept(step.key()
                        .fault(
                                "a remote address without " + option,
                                "set it to true: headers would pass between services"));
            }
        }
    }

    private static String beginning(String uri) {
        int end = uri.indexOf(':');
        return end < 0 ? uri : uri.substring(0, end + 1);
    }
}
