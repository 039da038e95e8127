package dev.roster.routes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.camel.support.PatternHelper;
import org.jspecify.annotations.Nullable;

/** The routes that a folder's files make, each with everything that it is made from. */
public final class RouteSet {

    private final Map<String, String> texts;
    private final List<MadeRoute> made;
    private final List<RoutePart> parts = new ArrayList<>();

    private RouteSet(Map<String, String> texts, List<MadeRoute> made) {
        this.texts = new TreeMap<>(texts);
        this.made = made;
        this.texts.forEach((name, text) ->
                RouteFile.parse(name, text).items().forEach(entry -> parts.add(RoutePart.of(name, entry))));
    }

    /**
     * @param texts by file; the lint has found nothing in them
     * @param made what is made from templates beside what the files say themselves
     */
    public static RouteSet of(Map<String, String> texts, List<MadeRoute> made) {
        return new RouteSet(texts, made);
    }

    public Collection<String> files() {
        return texts.keySet();
    }

    public List<MadeRoute> made() {
        return made;
    }

    /** What has to be done to get from these to those. */
    public RouteChange changeTo(RouteSet later) {
        return new RouteChange(
                Delta.of(routes(), later.routes()),
                Delta.of(contents("routeTemplate"), later.contents("routeTemplate")),
                Delta.of(contents("routeConfiguration"), later.contents("routeConfiguration")));
    }

    /** Each bean in the files that the other set does not have in the same way. */
    public List<RouteFault> otherBeans(RouteSet other, String mend) {
        Set<String> theirs = Set.copyOf(other.beans().values());
        return beans().entrySet().stream()
                .filter(bean -> !theirs.contains(bean.getValue()))
                .map(bean ->
                        bean.getKey().fault("the bean '" + bean.getKey().text("name") + "' is not as before", mend))
                .toList();
    }

    private Map<YamlPart, String> beans() {
        Map<YamlPart, String> beans = new LinkedHashMap<>();
        parts.stream()
                .filter(part -> part.is("beans"))
                .flatMap(part -> part.body().items().stream())
                .forEach(bean -> beans.put(bean, bean.content()));
        return beans;
    }

    /** By route, everything that it is made from. */
    private Map<String, String> routes() {
        Map<String, RoutePart> templates = new HashMap<>();
        parts("routeTemplate").forEach(template -> templates.put(template.id(), template));
        Map<String, String> routes = new LinkedHashMap<>();
        for (RoutePart part : parts) {
            if (part.is("route")) {
                routes.put(part.id(), whole(part));
            } else if (part.is("templatedRoute")) {
                routes.put(part.id(), part.content() + whole(templates.get(part.template())));
            }
        }
        for (MadeRoute route : made) {
            routes.put(route.id(), new TreeMap<>(route.parameters()) + whole(templates.get(route.template())));
        }
        return routes;
    }

    private String whole(@Nullable RoutePart part) {
        if (part == null) {
            return "no such template";
        }
        StringBuilder whole = new StringBuilder(part.content());
        String asked = part.configurations();
        for (String pattern : asked == null ? new String[0] : asked.split(",")) {
            parts("routeConfiguration")
                    .filter(configuration ->
                            pattern.contains("{{") || PatternHelper.matchPattern(configuration.id(), pattern.strip()))
                    .forEach(configuration -> whole.append(configuration.content()));
        }
        return whole.toString();
    }

    private Map<String, String> contents(String kind) {
        Map<String, String> contents = new LinkedHashMap<>();
        parts(kind).forEach(part -> contents.put(part.id(), part.content()));
        return contents;
    }

    private Stream<RoutePart> parts(String kind) {
        return parts.stream().filter(part -> part.is(kind));
    }

    /** What a change adds, as files in which everything else is blank, so that lines keep their numbers. */
    public Map<String, String> coming(RouteChange change) {
        return only(part -> (part.isRoute() && change.routes().coming().contains(part.id()))
                || (part.is("routeTemplate") && change.templates().coming().contains(part.id()))
                || (part.is("routeConfiguration")
                        && change.configurations().coming().contains(part.id())));
    }

    /** Everything but the beans, in the same form. */
    public Map<String, String> withoutBeans() {
        return only(part -> !part.is("beans"));
    }

    private Map<String, String> only(Predicate<RoutePart> wanted) {
        Map<String, String> left = new LinkedHashMap<>();
        for (String file : files()) {
            List<RoutePart> inFile =
                    parts.stream().filter(part -> part.file().equals(file)).toList();
            if (inFile.stream().anyMatch(wanted)) {
                left.put(file, Blanks.keep(String.valueOf(texts.get(file)), inFile, wanted));
            }
        }
        return left;
    }

    /** Files in which two things stand on one line, so that they cannot be told apart by lines. */
    public List<RouteFault> crowded(String mend) {
        List<RouteFault> faults = new ArrayList<>();
        for (int i = 1; i < parts.size(); i++) {
            RoutePart part = parts.get(i);
            RoutePart before = parts.get(i - 1);
            if (part.file().equals(before.file()) && part.first() == before.first()) {
                faults.add(new RouteFault(part.file(), part.first(), "two things on one line", mend));
            }
        }
        return faults;
    }

    /**
     * A fault of a route, on the line of what is quoted of it, else where it begins; for one that is made from a
     * template, in the template.
     *
     * @param quotes what is said about the fault; in it, something of the file may be quoted
     */
    public Optional<RouteFault> faultOf(String route, List<String> quotes, String problem, String mend) {
        return part(route).map(part -> new RouteFault(part.file(), line(part, quotes), problem, mend));
    }

    private static int line(RoutePart part, List<String> quotes) {
        for (String quote : quotes) {
            Optional<YamlPart> quoted = part.quotedIn(quote);
            if (quoted.isPresent()) {
                return quoted.get().line();
            }
        }
        return part.first();
    }

    private Optional<RoutePart> part(String route) {
        String template = made.stream()
                .filter(one -> one.id().equals(route))
                .map(MadeRoute::template)
                .findFirst()
                .orElse("");
        return parts.stream()
                .filter(part -> part.isRoute() && part.id().equals(route)
                        || part.is("routeTemplate") && part.id().equals(template))
                .findFirst();
    }

    /** The file in which a route, or the template that it is made from, is to be found. */
    public Optional<String> fileOf(String route) {
        return part(route).map(RoutePart::file);
    }

    /** A fault of whatever sends to an address, on the line that does; an address may have been computed. */
    public Optional<RouteFault> faultOfSenderTo(String address, String problem, String mend) {
        List<YamlPart> texts =
                parts.stream().flatMap(part -> part.body().texts().stream()).toList();
        return Stream.concat(
                        texts.stream().filter(text -> address.equals(text.text())),
                        texts.stream().filter(text -> Addresses.mayBe(String.valueOf(text.text()), address)))
                .findFirst()
                .map(text -> text.fault(problem, mend));
    }
}
