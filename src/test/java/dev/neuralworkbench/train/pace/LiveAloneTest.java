package dev.neuralworkbench.train.pace;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.neuralworkbench.train.RunControl;

@AnalyzeClasses(
    packages = "dev.neuralworkbench",
    importOptions = ImportOption.DoNotIncludeTests.class)
class LiveAloneTest {

  @ArchTest
  static final ArchRule PACED =
      noClasses()
          .that(
              JavaClass.Predicates.resideOutsideOfPackages(
                  "dev.neuralworkbench.ui.workspace", "dev.neuralworkbench.train.pace"))
          .should()
          .callMethod(RunControl.class, "pace", Pace.class)
          .because("studies, cross-validation and the command line run at full speed");

  @ArchTest
  static final ArchRule KNOWN =
      noClasses()
          .that(
              JavaClass.Predicates.resideOutsideOfPackages(
                  "dev.neuralworkbench.ui.workspace",
                  "dev.neuralworkbench.train.pace",
                  "dev.neuralworkbench.train"))
          .should()
          .dependOnClassesThat(resideInAnyPackage("dev.neuralworkbench.train.pace"))
          .because("a pace is for who watches");
}
