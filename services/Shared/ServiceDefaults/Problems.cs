using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.ServiceDefaults;

/// <summary>One thing wrong with a request: where (JSON pointer, RFC 6901), which rule, and what to do.</summary>
public sealed record FieldError(string Pointer, string Code, string Message);

/// <summary>Every error of this registry (RFC 9457): <c>code</c> is for programs, <c>detail</c> for people.</summary>
public record Problem(string Type, string Title, int Status, string Code, string Detail, IReadOnlyList<FieldError>? Errors, string? TraceId);

/// <summary>Errors in one shape, made in one place.</summary>
public static class Problems
{
    /// <summary>The largest request a service reads unless a route says otherwise.</summary>
    private const long MostBytes = 4 * 1024 * 1024;

    public static IServiceCollection AddProblems(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o => RegistryJson.Strict(RegistryJson.Apply(o.SerializerOptions)));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(o => o.Limits.MaxRequestBodySize = MostBytes);
        services.AddProblemDetails(o => o.CustomizeProblemDetails = ProblemShape.Apply);
        services.AddExceptionHandler<BadInput>();
        services.Configure<ExceptionHandlerOptions>(o => o.SuppressDiagnosticsCallback = c => c.Exception is BadHttpRequestException or BadRequestException);
        return services;
    }

    /// <summary>422 with the fields that are wrong.</summary>
    public static IResult Invalid(IReadOnlyList<FieldError> errors) => new InvalidAnswer(errors);

    public static Task WriteAsync(HttpContext http, int status, string code, string detail, IReadOnlyList<FieldError>? errors = null)
    {
        var title = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
        var problem = new Problem("about:blank", title, status, code, detail, errors, System.Diagnostics.Activity.Current?.TraceId.ToString());
        return WriteAsync(http, problem);
    }

    /// <summary>409 of a rule, with what it is about when it says so.</summary>
    public static Task WriteAsync(HttpContext http, Refusal refusal) => refusal.Facts is null
        ? WriteAsync(http, 409, refusal.Code, refusal.Message)
        : WriteAsync(http, new RefusedWithFacts(refusal.Code, refusal.Message, refusal.Facts, System.Diagnostics.Activity.Current?.TraceId.ToString()));

    private sealed record RefusedWithFacts(string Code, string Detail, IReadOnlyDictionary<string, string> Facts, string? TraceId)
        : Problem("about:blank", "Conflict", 409, Code, Detail, Errors: null, TraceId);

    /// <summary>A problem that says more than others do.</summary>
    public static Task WriteAsync<TProblem>(HttpContext http, TProblem problem)
        where TProblem : Problem
    {
        http.Response.StatusCode = problem.Status;
        return http.Response.WriteAsJsonAsync(problem, RegistryJson.Http, "application/problem+json", http.RequestAborted);
    }

    private sealed class InvalidAnswer(IReadOnlyList<FieldError> errors) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            WriteAsync(httpContext, 422, "invalid", "Some fields are missing or wrong.", errors);
    }

    /// <summary>What the framework throws while it reads a request, told to the caller in our terms.</summary>
    private sealed class BadInput : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancel)
        {
            switch (exception)
            {
                case BadRequestException refused:
                    await WriteAsync(http, refused.Status, refused.Code, refused.Message);
                    return true;
                case BadHttpRequestException { InnerException: JsonException { InnerException: JsonException } }:
                    await WriteAsync(http, 400, "not-json", "The body is not valid JSON.");
                    return true;
                case BadHttpRequestException { InnerException: JsonException wrong }:
                    await WriteAsync(http, 422, "invalid", "Some fields are missing or wrong.", [JsonMistake.Describe(wrong, http)]);
                    return true;
                case BadHttpRequestException bad when QueryMistake.Describe(bad, http) is { } field:
                    await WriteAsync(http, 422, "invalid", "Some fields are missing or wrong.", [field]);
                    return true;
                case BadHttpRequestException bad:
                    await WriteAsync(http, bad.StatusCode, "bad-request", "The request cannot be read: " + bad.Message);
                    return true;
                case ServiceUnavailableException away:
                    await WriteAsync(http, 503, "service-unavailable", away.Message);
                    return true;
                default:
                    return false;
            }
        }
    }
}
