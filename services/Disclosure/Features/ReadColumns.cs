using System.Text;
using PilotRegistry.Disclosure.Folding;
using PilotRegistry.Disclosure.OpenData;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>Anybody reads what the columns of the open data mean.</summary>
public static class ReadColumns
{
    /// <summary>The dictionary as it is sent.</summary>
    internal static readonly byte[] File = WithMark(ColumnMeanings.Installed.ToCsv());

    public static void MapReadColumns(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/open-data/dictionary", () => Answer.Of(ColumnMeanings.Installed))
            .AllowAnonymous().WithName(nameof(ReadColumns)).WithSummary("What every column of the open data means");
        routes.MapGet("/open-data/dictionary.csv", () => new Ready())
            .AllowAnonymous().WithName("ReadColumnsFile").WithSummary("The same as dictionary.csv").Produces<string>(StatusCodes.Status200OK, "text/csv");
    }

    /// <summary>A text as the bytes of a file that Excel reads.</summary>
    internal static byte[] WithMark(string text) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];

    private sealed class Ready : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ContentDisposition = "attachment; filename=\"dictionary.csv\"";
            return Answer.WriteAsync(httpContext, File, PublicPage.TagOf(File), "text/csv; charset=utf-8");
        }
    }
}
