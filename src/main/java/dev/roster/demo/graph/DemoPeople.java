package dev.roster.demo.graph;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ordinary people of the demo: names from many languages, some from an on-premises directory, some disabled. */
final class DemoPeople {

    static final List<String> DEPARTMENTS =
            List.of("Engineering", "Sales", "Support", "Finance", "Human Resources", "Legal", "Marketing", "R&D");

    private static final List<String> GIVEN_NAMES = List.of(
            "Anna",
            "Björn",
            "Chloé",
            "Dmitri",
            "Élodie",
            "Fatima",
            "Grzegorz",
            "Hélène",
            "İpek",
            "José",
            "Katarzyna",
            "Łukasz",
            "Máire",
            "Nguyễn",
            "Øyvind",
            "Priya",
            "Quentin",
            "Renée",
            "Søren",
            "Þóra",
            "Ursula",
            "Věra",
            "Wei",
            "Ximena",
            "Yūki",
            "Zoë");

    private static final List<String> SURNAMES = List.of(
            "Müller",
            "O'Brien",
            "Nowak",
            "García",
            "D'Angelo",
            "Smith",
            "Ångström",
            "Çelik",
            "Dvořák",
            "Ivanov",
            "Kowalczyk",
            "Lefèvre",
            "van den Berg",
            "Nakamura",
            "Öztürk",
            "Petrović",
            "Rossi",
            "Šimek",
            "Tanaka",
            "Weiß",
            "Zhang");

    private DemoPeople() {}

    static List<SimulatedPerson> addTo(SimulatedTenant tenant, int count) {
        List<SimulatedPerson> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(tenant.add(person(tenant.nextId(), i)));
        }
        return people;
    }

    /** The lists have 26 and 21 names, which share no divisor: the first 546 pairs are all different. */
    private static SimulatedPerson person(String id, int i) {
        String given = GIVEN_NAMES.get(i % GIVEN_NAMES.size());
        String family = SURNAMES.get(i % SURNAMES.size());
        String login = plain(given) + "." + plain(family);
        SimulatedPerson person = SimulatedPerson.of(id, login + "@" + DemoTenant.DOMAIN, given + " " + family)
                .withName(given, family)
                .with("department", DEPARTMENTS.get(i % DEPARTMENTS.size()))
                .with("employeeId", String.valueOf(10_000 + i))
                .withAccountEnabled(i % 25 != 24);
        return i % 3 == 0 ? person : person.withOnPremisesSamAccountName(login);
    }

    /** Lower case, without accents, blanks and apostrophes. */
    private static String plain(String name) {
        String special = name.replace("ß", "ss")
                .replace("Ł", "L")
                .replace("ł", "l")
                .replace("Ø", "O")
                .replace("ø", "o")
                .replace("Þ", "Th")
                .replace("đ", "d");
        return Normalizer.normalize(special, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }
}
