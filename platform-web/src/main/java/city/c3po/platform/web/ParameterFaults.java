package city.c3po.platform.web;

import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Fault;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * What validation has against the arguments of a resource method: 422 for values in the body, 400 for parameters, and
 * 500 when it is our own answer that breaks a constraint.
 */
final class ParameterFaults {
    private ParameterFaults() {}

    static Finding of(ConstraintViolationException e, ResourceInfo resource) {
        var inBody = new ArrayList<ConstraintViolation<?>>();
        var inParameters = new ArrayList<Fault>();
        for (var violation : e.getConstraintViolations()) {
            var steps = Faults.nodes(violation.getPropertyPath());
            if (steps.stream().anyMatch(step -> step.getKind() == ElementKind.RETURN_VALUE)) {
                return Finding.of(Refusal.INTERNAL_ERROR);
            }
            if (steps.size() < 2 || steps.get(1).getKind() != ElementKind.PARAMETER) {
                inBody.add(violation);
                continue;
            }
            var argument = RequestParameters.of(resource.getResourceMethod())
                    .at(steps.get(1).as(Path.ParameterNode.class).getParameterIndex());
            if (argument.isPresent()) {
                var name = steps.size() == 2 ? argument.get() : steps.getLast().getName();
                inParameters.add(new Fault(name, Faults.code(violation), violation.getMessage()));
            } else if (steps.size() == 2 && violation.getConstraintDescriptor().getAnnotation() instanceof NotNull) {
                return Finding.of(Refusal.MISSING_BODY);
            } else {
                inBody.add(violation);
            }
        }
        return inParameters.isEmpty()
                ? Finding.of(Convention.INVALID_VALUES.violated(Faults.of(inBody, "")))
                : Finding.of(Refusal.BAD_PARAMETER.refused(List.copyOf(inParameters)));
    }
}
