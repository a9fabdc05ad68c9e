package be.leermeester.portal.report;

/// The dimension `size_class_code`: employees of the company, with the bounds of each class.
final class Sizes {

    private static final int[] FROM = {0, 1, 5, 10, 20, 50, 100, 200, 500, 1000};

    private Sizes() {}

    static Dimension classes() {
        Member[] members = new Member[FROM.length + 2];
        for (int i = 0; i < FROM.length; i++) {
            members[i] = sizeClass(i);
        }
        members[FROM.length] = bounds(Member.data("unknown"), "", "");
        members[FROM.length + 1] = bounds(Member.total("total"), "", "");
        return Dimension.of("size_class_code", members);
    }

    private static Member sizeClass(int i) {
        String min = Integer.toString(FROM[i]);
        if (i == FROM.length - 1) {
            return bounds(Member.data("employees_" + min + "_plus"), min, "");
        }
        String max = Integer.toString(FROM[i + 1] - 1);
        return bounds(Member.data("employees_" + min + "_" + max), min, max);
    }

    private static Member bounds(Member member, String min, String max) {
        return member.with("size_min", min).with("size_max", max);
    }
}
