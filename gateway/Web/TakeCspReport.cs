using System.Diagnostics.Metrics;
using System.Text.Json;

namespace PilotRegistry.Gateway;

/// <summary>Browsers tell us what the content security policy stopped: our own mistake, or an attack. Counted and logged.</summary>
public static class TakeCspReport
{
    private const int LongestReport = 16 * 1024;

    private static readonly Meter Meter = new("PilotRegistry");
    private static readonly Counter<long> Reports = Meter.CreateCounter<long>("registry.csp_reports", description: "Reports of the content security policy");

    public static void MapTakeCspReport(this IEndpointRouteBuilder routes) => routes
        .MapPost("/csp-report", HandleAsync)
        .AllowAnonymous();

    private static async Task<IResult> HandleAsync(HttpRequest request, ILogger<SecurityHeaders> log, CancellationToken ct)
    {
        var body = new byte[LongestReport];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, ct);
        Reports.Add(1);
        var (directive, blocked, page) = Read(body.AsMemory(0, length));
        log.LogWarning("Content security policy: {Directive} stopped {Blocked} on {Page}", directive, blocked, page);
        return Results.NoContent();
    }

    /// <summary>The form of CSP level 2, which all browsers send to report-uri. Whatever else comes is only counted.</summary>
    internal static (string Directive, string Blocked, string Page) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var report = document.RootElement.GetProperty("csp-report");
            return (Text(report, "violated-directive"), Text(report, "blocked-uri"), Text(report, "document-uri"));
        }
        catch (Exception other) when (other is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return ("?", "?", "?");
        }
    }

    /// <summary>Anybody can send a report: short, one line, and without the query, which may hold what is private.</summary>
    private static string Text(JsonElement report, string name) =>
        report.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? new([.. value.GetString()!.Split('?', '#')[0].Where(letter => !char.IsControl(letter)).Take(200)])
            : "?";
}
