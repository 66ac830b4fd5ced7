using PilotRegistry.Contracts;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>Anybody computes a year by the official method; nothing is stored.</summary>
public static class Calculate
{
    private const long MostBytes = 1024 * 1024;

    public static void MapCalculate(this IEndpointRouteBuilder routes) => routes
        .MapPost("/calculate", Handle)
        .AllowAnonymous()
        .RequireRateLimiting(PublicLimits.Calculations)
        .WithBodyLimit(MostBytes)
        .ChangesNothing()
        .WithName(nameof(Calculate))
        .WithSummary("Compute a year by a rule pack")
        .Produces<Result>()
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static IResult Handle(YearData year, RulePacks packs, HttpResponse response)
    {
        response.Headers.Vary = "Accept-Language";
        return year.Read.Succeeded ? Compute(year.Read.Data, packs) : year.Read.Problems.ToHttp();
    }

    private static IResult Compute(ActivityData data, RulePacks packs)
    {
        var outcome = Calculation.Run(data, packs);
        return outcome.Succeeded ? Results.Json(outcome.Result, RegistryJson.Http) : outcome.Problems.ToHttp();
    }
}
