using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace PilotRegistry.ServiceDefaults;

/// <summary>
/// Which errors a route can answer, read off the route itself for its OpenAPI description: no feature has to say it and none
/// forgets. A feature declares only what nobody can see from outside, e.g. 429. All of them are one <see cref="Problem"/>.
/// </summary>
internal sealed class PossibleProblems : IApiDescriptionProvider
{
    /// <summary>After the framework's own, whose descriptions are completed here.</summary>
    public int Order => 0;

    public static bool AsksForIfMatch(IEnumerable<object> metadata) =>
        metadata.OfType<MethodInfo>().Any(m => m.GetParameters().Any(p => p.ParameterType == typeof(IfMatch)));

    public static bool TakesKey(ApiDescription route) => IdempotencyUse.IsTaken(route.HttpMethod, route.ActionDescriptor.EndpointMetadata);

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        foreach (var route in context.Results)
        {
            var answers = route.SupportedResponseTypes;
            var errors = answers.Select(a => a.StatusCode).Where(status => status >= 400).Union(Of(route)).Order().ToArray();
            foreach (var declared in answers.Where(a => a.StatusCode >= 400).ToArray())
            {
                answers.Remove(declared);
            }

            foreach (var status in errors)
            {
                answers.Add(new()
                {
                    StatusCode = status,
                    Type = typeof(Problem),
                    ApiResponseFormats = [new() { MediaType = "application/problem+json" }],
                });
            }
        }
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
    }

    private static IEnumerable<int> Of(ApiDescription route)
    {
        var metadata = route.ActionDescriptor.EndpointMetadata;
        return
        [
            .. metadata.OfType<IAllowAnonymous>().Any() ? [] : new[] { 401, 403 },
            .. TakesFrom(BindingSource.Path) ? new[] { 404 } : [],
            .. TakesFrom(BindingSource.Query) ? new[] { 422 } : [],
            .. route.SupportedRequestFormats.Count > 0 ? new[] { 400, 422 } : [],
            .. AsksForIfMatch(metadata) ? new[] { 400, 409, 412, 428 } : [],
            .. TakesKey(route) ? new[] { 400, 409, 422 } : [],
        ];

        bool TakesFrom(BindingSource source) => route.ParameterDescriptions.Any(p => p.Source == source);
    }
}
