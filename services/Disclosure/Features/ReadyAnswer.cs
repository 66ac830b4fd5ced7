using PilotRegistry.Disclosure.Folding;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>A public answer whose JSON is ready: it is sent as it lies in the table.</summary>
internal sealed class ReadyAnswer(byte[] body, string? etag = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Answer.WriteAsync(httpContext, body, etag ?? PublicPage.TagOf(body));
}
