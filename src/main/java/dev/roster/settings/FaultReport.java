package dev.roster.settings;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The list of faults as text for people. */
public final class FaultReport {
    private FaultReport() {}

    /** One paragraph for each fault: its key, where it stands, what is wrong and how to mend it. */
    public static String of(List<Fault> faults) {
        String title = faults.size() == 1 ? "The settings have one fault:" : "The settings have %d faults:";
        return String.format(title, faults.size())
                + IntStream.range(0, faults.size())
                        .mapToObj(i -> paragraph(i + 1, faults.get(i)))
                        .collect(Collectors.joining());
    }

    private static String paragraph(int number, Fault fault) {
        StringBuilder lines = new StringBuilder("\n\n" + number + ". " + fault.key());
        if (fault.where() != null) {
            lines.append("\n   where:   ").append(fault.where());
        }
        return lines.append("\n   problem: ")
                .append(fault.problem())
                .append("\n   mend:    ")
                .append(fault.mend())
                .toString();
    }
}
