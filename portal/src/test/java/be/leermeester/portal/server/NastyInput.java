package be.leermeester.portal.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What people and machines send that should not be there.
final class NastyInput {

    static final String NATIONAL_NUMBER = "85073003328";
    static final String WRITTEN_NATIONAL_NUMBER = "85.07.30-033.28";

    /// In an address, where the id of something should be.
    static final List<String> IDS = List.of(
            "%00", "%F0%9F%90%98", "O%27Brien%20%3Cscript%3E", "%E2%80%AEabc", "..%2F..", "-1", "%C3", "9".repeat(500));

    private NastyInput() {}

    /// In a field, by what they are.
    static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("empty", "");
        values.put("1 MB", "x".repeat(1 << 20));
        values.put("20 kB", "é".repeat(10_000));
        values.put("NUL", "a\u0000b");
        values.put("control", "\u001b[31mred\u0007");
        values.put("second line", "a\r\nSet-Cookie: a=b");
        values.put("emoji", "\uD83D\uDC18\uD83D\uDC69\u200D\uD83C\uDF73");
        values.put("markup", "O'Brien <script>alert(1)</script>");
        values.put("right to left", "\u202Egpj.exe");
        values.put("Hebrew", "שלום");
        values.put("-1", "-1");
        values.put("many digits", "99999999999999999999");
        values.put("30 February", "2021-02-30");
        values.put("year nought", "0000-01-01");
        values.put("far year", "9999-12-31");
        values.put("our way of writing", "31-12-2021");
        values.put("SQL", "'; DROP TABLE kernel.person; --");
        values.put("template", "{{frame.csrf}}${jndi:ldap://x}");
        values.put("national number", NATIONAL_NUMBER);
        values.put("written national number", WRITTEN_NATIONAL_NUMBER);
        return values;
    }

    /// Bodies that are no form of ours, with their content type.
    static Map<String, String> envelopes(String csrf) {
        String form = "application/x-www-form-urlencoded";
        Map<String, String> envelopes = new LinkedHashMap<>();
        envelopes.put("", form);
        envelopes.put("%ZZ=%ZZ&csrf=%", form);
        envelopes.put("csrf=" + csrf + "&" + "a=1&".repeat(2000), form);
        envelopes.put("csrf=" + csrf + "&x=%FF%FE%C3&role=%ED%A0%80&as=%C0%80&reason=%", form);
        envelopes.put("{\"csrf\":1}", "application/json");
        envelopes.put("[".repeat(100_000), "application/json");
        envelopes.put("--x\r\nnonsense", "multipart/form-data; boundary=x");
        envelopes.put("no boundary", "multipart/form-data");
        envelopes.put("<x/>", "text/xml");
        return envelopes;
    }
}
