using System.Net;
using Npgsql;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

/// <summary>kill -9 of the service after a command was recorded and before its answer was kept, let alone sent.</summary>
[Collection(nameof(RegistrationService))]
public sealed class KilledBeforeTheAnswerTests(RegistrationService service) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly CancellationToken patience = new CancellationTokenSource(Patience).Token;

    /// <summary>From now on whoever keeps an answer first waits for the test, and then fails.</summary>
    public Task InitializeAsync() => service.AsOwnerAsync(
        """
        create function wait_for_the_test() returns trigger language plpgsql as
        $$ begin perform pg_advisory_xact_lock(1202); raise 'This answer is lost.'; end $$;
        create trigger lost before update on idempotency_keys for each row when (new.status is not null) execute function wait_for_the_test();
        """);

    public Task DisposeAsync() => service.AsOwnerAsync("drop function if exists wait_for_the_test cascade");

    [Fact]
    public async Task The_command_that_is_sent_again_is_done_once_and_answered_as_it_would_have_been()
    {
        var (key, name, address) = (Guid.NewGuid().ToString(), $"园区 {Guid.NewGuid()}", new Uri($"http://127.0.0.1:{Ports.Free()}"));
        using var copy = service.StartCopy(address);
        try
        {
            await using var held = await HoldAsync();
            var lost = SendAsync(await ServingAsync(address), key, name);
            await UntilAsync("select exists (select from pg_locks where locktype = 'advisory' and objid = 1202 and not granted)");
            Assert.Equal(1L, await CountAsync(name));

            copy.Kill();
            await copy.WaitForExitAsync(patience);
            await Assert.ThrowsAsync<HttpRequestException>(() => lost);
        }
        finally
        {
            copy.Kill();
        }

        await UntilAsync("select not exists (select from pg_locks where locktype = 'advisory' and objid = 1202)");
        await service.AsOwnerAsync("drop function wait_for_the_test cascade");

        // The other copy does not know yet whether the first one lives.
        using var early = await SendAsync(service.As(Persona.OfPark), key, name);
        Assert.Equal("409 idempotency-key-in-use", await early.VerdictAsync());
        await service.AsOwnerAsync("update idempotency_keys set held_until = now() where status is null");

        using var answer = await SendAsync(service.As(Persona.OfPark), key, name);
        var started = await answer.BodyAsync();
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("\"1\"", answer.Headers.ETag?.Tag);
        Assert.Equal(1L, await CountAsync(name));
        Assert.Equal(
            $"{started.GetProperty("id").GetGuid()} {started.GetProperty("parkId").GetGuid()}",
            await service.AsOwnerAsync("select stream_id || ' ' || (data->>'parkId') from mt_events where data->'park'->>'name' = $1", name));
        Assert.EndsWith(started.GetProperty("id").GetGuid().ToString(), answer.Headers.Location!.OriginalString, StringComparison.Ordinal);

        using var again = await SendAsync(service.As(Persona.OfPark), key, name);
        Assert.Equal(await answer.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.True(again.Headers.Contains("Idempotency-Replayed"));
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient by, string key, string name) =>
        by.SendAsync(HttpMethod.Post, "/applications", Fixtures.Request(name: name), key: key);

    /// <summary>The lock for which the trigger waits, until it is disposed of.</summary>
    private async Task<NpgsqlConnection> HoldAsync()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(service.Database.Owner) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var hold = new NpgsqlCommand("select pg_advisory_lock(1202)", connection);
        await hold.ExecuteNonQueryAsync();
        return connection;
    }

    private async Task<HttpClient> ServingAsync(Uri address)
    {
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = service.As(Persona.OfPark).DefaultRequestHeaders.Authorization;
        while (true)
        {
            try
            {
                (await client.GetAsync("/healthz", patience)).EnsureSuccessStatusCode();
                return client;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, patience);
            }
        }
    }

    private async Task UntilAsync(string question)
    {
        while (await service.AsOwnerAsync(question) is not true)
        {
            await Task.Delay(20, patience);
        }
    }

    private async Task<long> CountAsync(string name) =>
        (long)(await service.AsOwnerAsync("select count(*) from mt_events where data->'park'->>'name' = $1", name))!;
}
