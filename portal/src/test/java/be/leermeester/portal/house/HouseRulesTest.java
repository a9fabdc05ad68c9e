package be.leermeester.portal.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import be.leermeester.kernel.Feature;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The rules of the house that a machine can keep (CONTRIBUTING.md). ArchUnit fails a rule that looks at nothing.
@AnalyzeClasses(packages = "be.leermeester", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final String KERNEL = "be.leermeester.kernel..";
    private static final String SEARCH = "be.leermeester.search..";
    private static final String LEARNING = "be.leermeester.learning..";
    private static final String PORTAL = "be.leermeester.portal..";

    @ArchTest
    static void every_module_that_the_rules_name_is_there(JavaClasses all) {
        for (String module : new String[] {KERNEL, SEARCH, LEARNING, PORTAL}) {
            assertThat(all.that(resideInAPackage(module))).as(module).hasSizeGreaterThan(3);
        }
    }

    @ArchTest
    static final ArchRule the_kernel_knows_no_feature = noClasses()
            .that()
            .resideInAPackage(KERNEL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SEARCH, LEARNING, PORTAL);

    @ArchTest
    static final ArchRule search_knows_neither_learning_nor_portal = noClasses()
            .that()
            .resideInAPackage(SEARCH)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(LEARNING, PORTAL);

    @ArchTest
    static final ArchRule learning_does_not_know_the_portal = noClasses()
            .that()
            .resideInAPackage(LEARNING)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(PORTAL);

    @ArchTest
    static final ArchRule features_make_no_circles =
            slices().matching("be.leermeester.portal.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule queries_stay_inside_their_feature =
            classes().that().haveSimpleNameEndingWith("Queries").should().notBePublic();

    @ArchTest
    static final ArchRule lucene_stays_in_search = noClasses()
            .that()
            .resideOutsideOfPackage(SEARCH)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule requests_stay_with_pages_and_the_server = noClasses()
            .that(not(simpleNameEndingWith("Pages")
                    .or(simpleNameEndingWith("Api"))
                    .or(resideInAnyPackage("be.leermeester.portal.server..", KERNEL, "be.leermeester.portal.oidc.."))))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.vertx.ext.web.RoutingContext");

    @ArchTest
    static final ArchRule fields_are_final = fields().that()
            .areNotStatic()
            .and()
            .areDeclaredInClassesThat()
            .areRecords()
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule names_say_something = noClasses()
            .should()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameEndingWith("Entity")
            .orShould()
            .haveSimpleNameEndingWith("Mapper")
            .orShould()
            .haveSimpleNameEndingWith("Facade")
            .orShould()
            .haveSimpleNameEndingWith("Processor");

    @ArchTest
    static final ArchRule the_clock_is_asked_in_one_place = noClasses()
            .that()
            .resideOutsideOfPackages("be.leermeester.portal")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule pages_and_apis_are_features = classes()
            .that()
            .haveSimpleNameEndingWith("Pages")
            .or()
            .haveSimpleNameEndingWith("Api")
            .and()
            .areTopLevelClasses()
            .and()
            .resideOutsideOfPackages("be.leermeester.portal.oidc..", "be.leermeester.portal.server..")
            .should()
            .beAssignableTo(Feature.class);
}
