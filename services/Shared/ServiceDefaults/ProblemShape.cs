using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace PilotRegistry.ServiceDefaults;

/// <summary>Brings the framework's own problems (validation, 401, 404, 500 …) to ours: a code, and fields with pointers.</summary>
internal static class ProblemShape
{
    public static void Apply(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        if (context.ProblemDetails is HttpValidationProblemDetails invalid)
        {
            http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            context.ProblemDetails = new ProblemDetails
            {
                Type = "about:blank",
                Title = "Unprocessable Content",
                Status = StatusCodes.Status422UnprocessableEntity,
                Detail = "Some fields are missing or wrong.",
                Extensions = { ["code"] = "invalid", ["errors"] = Fields(invalid, http).ToArray() },
            };
            return;
        }

        var status = context.ProblemDetails.Status ?? http.Response.StatusCode;
        var (code, detail) = status switch
        {
            401 => ("sign-in-required", "Sign in first."),
            403 => ("not-allowed", "Your role may not do this."),
            404 => ("not-found", "There is no such thing here."),
            405 => ("method-not-allowed", "This address does not take that method."),
            413 => ("too-large", "The request is larger than this address takes."),
            415 => ("not-json", "Send application/json."),
            429 => ("too-many-requests", "Too many requests; wait a moment."),
            >= 500 => ("internal-error", "Something broke on our side. Nothing was recorded. The trace id helps us find it."),
            _ => ("bad-request", context.ProblemDetails.Detail ?? "The request cannot be read.")
        };
        context.ProblemDetails.Type = "about:blank";
        context.ProblemDetails.Detail = detail;
        context.ProblemDetails.Extensions["code"] = code;
    }

    private static IEnumerable<FieldError> Fields(HttpValidationProblemDetails invalid, HttpContext http) =>
        from field in invalid.Errors
        from message in field.Value
        let rule = ValidationRule.Of(message)
        select new FieldError(ValidationRule.Pointer(field.Key), rule.Code, rule.Text(http));
}
