using System.Globalization;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Disclosure.LogIndexes;

/// <summary>Where events stand in the public log, of those that are in it.</summary>
public delegate Task<IReadOnlyDictionary<Guid, long>> FindIndexes(IReadOnlyCollection<Guid> events, CancellationToken cancel);

/// <summary>The newest state of the public log.</summary>
/// <param name="read">Null where there is no log.</param>
public sealed class LogState(Func<CancellationToken, Task<Checkpoint>>? read)
{
    public bool HasLog => read is not null;

    /// <summary>Null where there is no log.</summary>
    public async Task<Checkpoint?> ReadAsync(CancellationToken cancel) => read is null ? null : await read(cancel);
}

/// <summary>The log's own service. What it is asked is public, so that it is asked without a name.</summary>
internal static class Ledger
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Learns places from the service at <c>Services:Ledger</c>; without that setting events have none.</summary>
    public static IServiceCollection AddLogIndexes(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IndexTable>();
        if (configuration["Services:Ledger"] is not { Length: > 0 } address)
        {
            return services.AddSingleton(new LogState(read: null));
        }

        services.AddHttpClient(nameof(Ledger), http => (http.BaseAddress, http.Timeout) = (new Uri(address), Patience));
        services.AddSingleton<FindIndexes>(p => (events, cancel) => AskAsync(p.GetRequiredService<IHttpClientFactory>(), events, cancel));
        services.AddSingleton(p => new LogState(cancel => ReadAsync(p.GetRequiredService<IHttpClientFactory>(), cancel)));
        return services.AddHostedService<LearnIndexes>();
    }

    private static async Task<IReadOnlyDictionary<Guid, long>> AskAsync(IHttpClientFactory clients, IReadOnlyCollection<Guid> events, CancellationToken cancel)
    {
        using var http = clients.CreateClient(nameof(Ledger));
        var query = string.Join('&', events.Select(e => string.Create(CultureInfo.InvariantCulture, $"events={e}")));
        return await http.GetFromJsonAsync<Dictionary<Guid, long>>(new Uri($"/indexes?{query}", UriKind.Relative), cancel) ?? [];
    }

    /// <summary>Its signatures are the reader's to check.</summary>
    private static async Task<Checkpoint> ReadAsync(IHttpClientFactory clients, CancellationToken cancel)
    {
        using var http = clients.CreateClient(nameof(Ledger));
        return Checkpoint.Parse(SignedNote.Parse(await http.GetByteArrayAsync(new Uri("/checkpoint", UriKind.Relative), cancel)).Text);
    }
}
