using System.Globalization;
using PilotRegistry.Contracts;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Submission.Drafts;

/// <summary>Somebody else changed the draft: who and when, so that the form can ask which of the two is to stay.</summary>
/// <param name="Version">Where the draft stands now.</param>
/// <param name="ChangedBy">The account; its name is for the reader to look up.</param>
public sealed record DraftConflict(
    string Type, string Title, int Status, string Code, string Detail, string? TraceId, long Version, Guid ChangedBy, DateTimeOffset ChangedAt)
    : Problem(Type, Title, Status, Code, Detail, Errors: null, TraceId);

/// <summary>The outcome of a save as HTTP says it: the ETag is the draft's own version, not the year's.</summary>
public sealed class DraftAnswer<TDone>(DraftSaving saving, Func<Draft, TDone> describe) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{saving.Draft.Version}\"");
        return saving.IsStale ? WriteConflictAsync(httpContext) : Results.Json(describe(saving.Draft), RegistryJson.Http).ExecuteAsync(httpContext);
    }

    private Task WriteConflictAsync(HttpContext http) => Problems.WriteAsync(http, new DraftConflict(
        "about:blank", "Precondition Failed", StatusCodes.Status412PreconditionFailed, "draft-changed",
        "The draft was changed by somebody else meanwhile; load it, or save yours on its version.",
        System.Diagnostics.Activity.Current?.TraceId.ToString(), saving.Draft.Version, saving.Draft.SavedBy, saving.Draft.SavedAt));
}
