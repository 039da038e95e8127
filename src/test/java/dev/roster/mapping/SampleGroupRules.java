package dev.roster.mapping;

import dev.roster.settings.GroupRules;
import dev.roster.settings.NameCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The defaults of the settings, with single rules changed. */
final class SampleGroupRules {
    private GroupRules.Mapping mapping = GroupRules.Mapping.ON_THE_FLY;
    private List<Pattern> include = SampleUserRules.patterns(".*");
    private List<Pattern> exclude = List.of();
    private Set<GroupRules.Kind> kinds = Set.of(GroupRules.Kind.SECURITY);
    private @Nullable Pattern pattern;
    private String replacement = "";
    private NameCase nameCase = NameCase.KEEP;
    private final Map<String, List<String>> manual = new LinkedHashMap<>();
    private List<Pattern> protectedGroups = List.of();

    SampleGroupRules mapping(GroupRules.Mapping other) {
        mapping = other;
        return this;
    }

    SampleGroupRules include(String... regexes) {
        include = SampleUserRules.patterns(regexes);
        return this;
    }

    SampleGroupRules include(Pattern regex) {
        include = List.of(regex);
        return this;
    }

    SampleGroupRules exclude(String... regexes) {
        exclude = SampleUserRules.patterns(regexes);
        return this;
    }

    SampleGroupRules kinds(GroupRules.Kind... others) {
        kinds = Set.of(others);
        return this;
    }

    SampleGroupRules replacing(String regex, String by) {
        pattern = Pattern.compile(regex);
        replacement = by;
        return this;
    }

    SampleGroupRules lower() {
        nameCase = NameCase.LOWER;
        return this;
    }

    SampleGroupRules entry(String group, String... targets) {
        mapping = GroupRules.Mapping.MANUAL;
        manual.put(group, List.of(targets));
        return this;
    }

    SampleGroupRules protecting(String... regexes) {
        protectedGroups = SampleUserRules.patterns(regexes);
        return this;
    }

    GroupRules rules() {
        return new GroupRules(
                mapping,
                include,
                exclude,
                kinds,
                false,
                GroupRules.ExistingGroups.APPROVE,
                pattern,
                replacement,
                nameCase,
                true,
                true,
                false,
                manual,
                false,
                GroupRules.Membership.MANAGED,
                List.of(),
                List.of(),
                protectedGroups);
    }
}
