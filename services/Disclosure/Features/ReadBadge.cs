using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.Disclosure.Folding;
using PilotRegistry.Disclosure.Pages;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>A small picture for a park's own pages that always says how things stand here, whatever the park says about itself.</summary>
public static class ReadBadge
{
    public static void MapReadBadge(this IEndpointRouteBuilder routes) => routes
        .MapGet("/badges/{id:guid}.svg", HandleAsync)
        .AllowAnonymous()
        .WithName(nameof(ReadBadge))
        .WithSummary("A park's current state as a picture")
        .Produces<string>(StatusCodes.Status200OK, "image/svg+xml");

    private static async Task<IResult> HandleAsync(Guid id, ReadPages.Source from, CancellationToken cancel, [RegularExpression("zh|en")] string language = "zh") =>
        await from.FindAsync($"/parks/{id}", cancel) is { } park
            ? new Ready(Encoding.UTF8.GetBytes(Draw(JsonSerializer.Deserialize<ParkPage>(park, RegistryJson.Http)!, language == "en" ? Tongue.English : Tongue.Chinese)))
            : Results.NotFound();

    private static string Draw(ParkPage park, Tongue t)
    {
        var (left, right) = (t.Say("brand"), State(park, t));
        var (first, second) = (Width(left), Width(right));
        return string.Create(CultureInfo.InvariantCulture,
            $"""
             <svg xmlns="http://www.w3.org/2000/svg" width="{first + second}" height="24" role="img" aria-label="{Html.Text($"{park.Name}: {right}")}">
             <title>{Html.Text($"{park.Name}: {right}")}</title>
             <rect width="{first}" height="24" fill="#1f2937"/><rect x="{first}" width="{second}" height="24" fill="{Colour(park)}"/>
             <g fill="#ffffff" font-family="PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif" font-size="12" text-anchor="middle"><text x="{first / 2}" y="16">{Html.Text(left)}</text><text x="{first + (second / 2)}" y="16">{Html.Text(right)}</text></g>
             </svg>
             """);
    }

    /// <summary>The stage, and the core indicator of the latest disclosed year with its verdict.</summary>
    private static string State(ParkPage park, Tongue t) => string.Join(" · ",
    [
        .. park.Demo ? [t.Say("demo")] : Array.Empty<string>(),
        t.Word("stage", park.Stage),
        .. park.Years is [.., var year] && year.Verdict is { } verdict ? [$"{year.Year} {t.Quantity(year.Core, "t/tce")} {t.Word("verdict", verdict)}"] : Array.Empty<string>(),
    ]);

    private static string Colour(ParkPage park) => (park.Stage, park.CoreVerdict) switch
    {
        (Stage.Suspended or Stage.Withdrawn or Stage.Rejected, _) or (_, Verdict.NotMet) => "#b42318",
        (Stage.Accepted, Verdict.Met) => "#1d6f42",
        _ => "#4b5563",
    };

    /// <summary>Pixels: a Chinese sign is as wide as the letters are high.</summary>
    private static int Width(string text) => 16 + text.Sum(sign => sign > 0xFF ? 12 : 7);

    private sealed class Ready(byte[] body) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Answer.WriteAsync(httpContext, body, PublicPage.TagOf(body), "image/svg+xml; charset=utf-8");
    }
}
