package dev.hubtwin.http;

import dev.hubtwin.api.strict.OperationId;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which operations of the descriptions this server serves: those whose method a resource overrides. */
public final class Served {

  private final List<Contract> contracts;
  private final Set<String> operations = new HashSet<>();

  /**
   * Finds what is served.
   *
   * @param contracts the descriptions
   * @param resources classes that implement generated interfaces
   */
  public Served(List<Contract> contracts, Collection<Class<?>> resources) {
    this.contracts = contracts;
    resources.forEach(this::addAll);
  }

  /** The operation that a request means, if it is served. */
  Optional<Contract.Match> match(String method, String path) {
    return contracts.stream()
        .flatMap(contract -> contract.match(method, path).stream())
        .filter(match -> operations.contains(match.operation().id()))
        .findFirst();
  }

  /** An operation that a path has, with whatever method. */
  Optional<Contract.Match> match(String path) {
    return Contract.METHODS.stream()
        .flatMap(method -> match(method.toUpperCase(Locale.ROOT), path).stream())
        .findFirst();
  }

  private void addAll(Class<?> resource) {
    for (Class<?> generated : resource.getInterfaces()) {
      for (Method method : generated.getMethods()) {
        OperationId operation = method.getAnnotation(OperationId.class);
        if (operation != null && overrides(resource, method)) {
          operations.add(operation.value());
        }
      }
    }
  }

  private static boolean overrides(Class<?> resource, Method method) {
    try {
      return resource.getMethod(method.getName(), method.getParameterTypes()).getDeclaringClass() == resource;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }
}
