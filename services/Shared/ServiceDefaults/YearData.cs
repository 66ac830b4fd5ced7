using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using PilotRegistry.Methodology;

namespace PilotRegistry.ServiceDefaults;

/// <summary>
/// A year's data as a request body. The methodology reads it instead of the framework, so that every wrong place is named
/// at once and in the same words everywhere.
/// </summary>
public sealed record YearData(ReadingOutcome Read) : IEndpointParameterMetadataProvider
{
    public static async ValueTask<YearData> BindAsync(HttpContext http)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            return new(ActivityDataReader.Read(json.RootElement));
        }
        catch (JsonException)
        {
            throw new BadRequestException(StatusCodes.Status400BadRequest, "not-json", "The body is not valid JSON.");
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(ActivityData)));
}

/// <summary>What the methodology says about a year's data, as HTTP says it.</summary>
public static class InputProblems
{
    /// <summary>The result of data that is offered as that of <paramref name="year"/>, or everything that is wrong with it.</summary>
    public static CalculationOutcome Compute(this ReadingOutcome read, int year, RulePacks packs) => read.Data switch
    {
        null => CalculationOutcome.Refused(read.Problems),
        { } data when data.Year != year => CalculationOutcome.Refused([WrongYear(year)]),
        { } data => Calculation.Run(data, packs)
    };

    /// <summary>422 with every problem in the caller's language, its pointer moved below <paramref name="within"/>.</summary>
    public static IResult ToHttp(this IReadOnlyList<InputProblem> problems, string within = "") => new Answer(problems, within);

    private static InputProblem WrongYear(int year) =>
        new("/year", "wrong-year", new($"这里填报的是 {year} 年：请填写 {year}。", $"The year reported here is {year}: enter {year}."));

    private sealed class Answer(IReadOnlyList<InputProblem> problems, string within) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var zh = Language.IsChinese(httpContext);
            return Problems.Invalid([.. problems.Select(p => new FieldError(within + p.Pointer, p.Code, zh ? p.Message.Zh : p.Message.En))])
                .ExecuteAsync(httpContext);
        }
    }
}
