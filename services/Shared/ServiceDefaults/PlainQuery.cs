using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PilotRegistry.Methodology;

namespace PilotRegistry.ServiceDefaults;

/// <summary>Text in the address, e.g. a file's name, in the same form as text in a body: <see cref="PlainText"/>, or refused with 422.</summary>
internal static class PlainQuery
{
    public static void UsePlainQuery(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var (given, plain) = (http.Request.Query, new Dictionary<string, StringValues>());
        foreach (var (name, values) in given)
        {
            var texts = values.Select(v => PlainText.Of(v ?? "")).ToArray();
            if (texts.Contains(null))
            {
                await Problems.Invalid([JsonMistake.NotText($"/{name}", http)]).ExecuteAsync(http);
                return;
            }

            plain[name] = texts;
        }

        if (plain.Any(p => p.Value != given[p.Key]))
        {
            http.Request.Query = new QueryCollection(plain);
        }

        await next(http);
    });
}
