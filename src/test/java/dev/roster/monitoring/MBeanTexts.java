package dev.roster.monitoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Everything that MBeans show of themselves, as text. */
final class MBeanTexts {

    private static final Pattern SHOWING = Pattern.compile("(dump|get|list|print|describe|explain|browse|find).*");

    /** How often and how long, step by step: nothing but numbers, and slow. */
    private static final Pattern COUNTING = Pattern.compile(".*(Stats|Coverage|SourceLocations).*");

    private final MBeanServer server;

    MBeanTexts(MBeanServer server) {
        this.server = server;
    }

    List<String> all() {
        List<String> texts = new ArrayList<>();
        Set<ObjectName> names = new TreeSet<>(server.queryNames(null, null));
        for (ObjectName name : names) {
            try {
                for (var attribute : server.getMBeanInfo(name).getAttributes()) {
                    texts.add(name + " " + attribute.getName() + " = " + attribute(name, attribute.getName()));
                }
                for (MBeanOperationInfo operation : server.getMBeanInfo(name).getOperations()) {
                    if (isHarmless(operation) && isWorthIt(name)) {
                        texts.add(name + " " + operation.getName() + " = " + call(name, operation));
                    }
                }
            } catch (JMException e) {
                texts.add(name + " is gone");
            }
        }
        return texts;
    }

    /**
     * Without arguments, or with a switch only, as for a dump with the placeholders filled in. A dump of the heap holds
     * everything by its nature.
     */
    private static boolean isHarmless(MBeanOperationInfo operation) {
        return SHOWING.matcher(operation.getName()).matches()
                && !COUNTING.matcher(operation.getName()).matches()
                && Arrays.stream(operation.getSignature())
                        .allMatch(each -> each.getType().equals("boolean"))
                && !operation.getName().equals("dumpHeap");
    }

    /** Each of a thousand steps dumps itself, which the whole route does as well; those where things leave will do. */
    private static boolean isWorthIt(ObjectName name) {
        return !"processors".equals(name.getKeyProperty("type"))
                || name.getKeyProperty("name").startsWith("\"send");
    }

    private String attribute(ObjectName name, String attribute) {
        try {
            return text(server.getAttribute(name, attribute));
        } catch (JMException | RuntimeException e) {
            return String.valueOf(e);
        }
    }

    private String call(ObjectName name, MBeanOperationInfo operation) {
        Object[] all = new Object[operation.getSignature().length];
        Arrays.fill(all, true);
        String[] types = new String[all.length];
        Arrays.fill(types, "boolean");
        try {
            return text(server.invoke(name, operation.getName(), all, types));
        } catch (JMException | RuntimeException e) {
            return String.valueOf(e);
        }
    }

    private static String text(Object value) {
        return value instanceof Object[] many ? Arrays.deepToString(many) : String.valueOf(value);
    }
}
