package be.leermeester.portal;

/// The command line.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.out.println("Leermeester");
    }
}
