using Microsoft.Extensions.Options;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>
/// For the two routes that live by the issuer's cookie: a browser says where a request comes from, and it must be our own
/// pages. Programs send neither header and carry no foreign cookie.
/// </summary>
public sealed class SameOrigin(IOptions<TokenIssuer> issuer) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Request.Headers;
        var origin = new Uri(issuer.Value.Issuer).GetLeftPart(UriPartial.Authority);
        return headers.Origin.ToString() is "" || headers.Origin == origin && headers["Sec-Fetch-Site"].ToString() is "" or "same-origin"
            ? next(context)
            : throw new BadRequestException(403, "foreign-origin", "This works only from the registry's own pages.");
    }
}
