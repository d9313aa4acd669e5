package dev.hubtwin.contract;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Runs a class of scenarios once for each target; the run's parameter {@link #SOURCE} says where they come from. */
public final class Targets implements ArgumentsProvider {

  /** The parameter of the test run that names the class of the {@link Source}. */
  public static final String SOURCE = "hubtwin.contract.source";

  /** Where targets come from. One is made in a test run; it is closed at the end if it is {@link AutoCloseable}. */
  public interface Source {

    /** The targets, each a root of a server. */
    List<Target> targets();
  }

  @Override
  public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
    return source(context).targets().stream().map(Arguments::of);
  }

  /** The source of this test run. */
  public static Source source(ExtensionContext context) {
    return context.getRoot().getStore(Namespace.create(Targets.class))
        .computeIfAbsent(SOURCE, key -> make(context), Source.class);
  }

  private static Source make(ExtensionContext context) {
    String name = context.getConfigurationParameter(SOURCE)
        .orElseThrow(() -> new IllegalStateException("no targets: " + SOURCE + " is not set"));
    try {
      return (Source) Class.forName(name).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name + " gives no targets", e);
    }
  }
}
