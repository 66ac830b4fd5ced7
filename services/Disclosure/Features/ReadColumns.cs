using System.Text;
using PilotRegistry.Disclosure.Folding;
using PilotRegistry.Disclosure.OpenData;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>Anybody reads what the columns of the open data mean.</summary>
public static class ReadColumns
{
    private static readonly byte[] File = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(ColumnMeanings.Installed.ToCsv())];

    public static void MapReadColumns(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/open-data/dictionary", () => Answer.Of(ColumnMeanings.Installed))
            .AllowAnonymous().WithName(nameof(ReadColumns)).WithSummary("What every column of the open data means");
        routes.MapGet("/open-data/dictionary.csv", () => new Ready())
            .AllowAnonymous().WithName("ReadColumnsFile").WithSummary("The same as dictionary.csv").Produces<string>(StatusCodes.Status200OK, "text/csv");
    }

    private sealed class Ready : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ContentDisposition = "attachment; filename=\"dictionary.csv\"";
            return Answer.WriteAsync(httpContext, File, PublicPage.TagOf(File), "text/csv; charset=utf-8");
        }
    }
}
