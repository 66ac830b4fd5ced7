using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PilotRegistry.Testing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger;

/// <summary>
/// The real program as a process of its own, on a real database, with everything it talks to: a service that gives leaves, an issuer, a
/// witness. The test says how many leaves there are and whether the witness answers.
/// </summary>
internal sealed class LedgerProcess : IAsyncDisposable
{
    /// <summary>What the log says of its own keys stands before everything else.</summary>
    public const int Own = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly NoteSigner witness = NoteSigner.Witness("witness.example", SHA256.HashData("a witness"u8), TimeProvider.System);
    private readonly byte[][] leaves = LogWorks.EntriesOf(1500, from: DateTimeOffset.UtcNow.AddMinutes(-30));
    private readonly List<Process> running = [];
    private readonly List<string> said = [];
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, string> settings = [];
    private LedgerDatabase? database;
    private Stub? stub;
    private int given;

    public LogWorks Works { get; } = new();

    /// <summary>Whether the witness keeps whoever asks waiting.</summary>
    public bool WitnessWaits { get; set; }

    /// <summary>When somebody waits for the witness.</summary>
    public Task WitnessIsAsked => asked.Task;

    /// <summary>Every checkpoint that was ever signed by the log and left it.</summary>
    public HashSet<Checkpoint> Signed { get; } = [];

    public LedgerDatabase Database => database!;

    public static async Task<LedgerProcess> PrepareAsync()
    {
        var ledger = new LedgerProcess { database = await LedgerDatabase.CreateAsync() };
        ledger.stub = await Stub.StartAsync(routes =>
        {
            routes.MapPost("/connect/token", () => Results.Json(new { access_token = "token", expires_in = 3600 }));
            routes.MapGet("/leaves", ledger.Leaves);
            routes.MapGet("/quiet/leaves", () => Results.NoContent());
            routes.MapPost("/add-checkpoint", ledger.WitnessAsync);
        });
        ledger.Configure();
        return ledger;
    }

    /// <summary>So many leaves there are now; the log should hold them all and its own.</summary>
    public int Give(int count)
    {
        given = count;
        return count + Own;
    }

    public Process Start()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LedgerSetup).Assembly.Location]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Ports.Free().ToString(CultureInfo.InvariantCulture)}";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        running.Add(process);
        return process;
    }

    /// <summary>When the public sees this size.</summary>
    public Task PublishedAsync(int size) => UntilAsync(() =>
        Works.Folder.Has("checkpoint") && Checkpoint.Parse(SignedNote.Parse(Works.Folder.Read("checkpoint")).Text).Size >= (ulong)size);

    public async Task UntilAsync(Func<bool> holds)
    {
        for (var since = Stopwatch.StartNew(); !holds(); await Task.Delay(5))
        {
            Assert.True(since.Elapsed < Patience, string.Join('\n', said));
        }
    }

    public static async Task KillAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in running.Where(p => !p.HasExited))
        {
            await KillAsync(process);
        }

        running.ForEach(p => p.Dispose());
        await stub!.DisposeAsync();
        await database!.DisposeAsync();
        Works.Dispose();
    }

    private void Hear(string? line)
    {
        lock (said)
        {
            said.Add(line ?? "");
        }
    }

    private IResult Leaves(HttpResponse response, string? after = null)
    {
        var from = after is null ? 0 : int.Parse(after.Split('.')[1], CultureInfo.InvariantCulture);
        var next = leaves[from..given];
        response.Headers["Leaves-Next"] = $"1.{given}";
        return next.Length == 0 ? Results.NoContent() : Results.Bytes(EntryBundle.Write([.. next.Select(l => new ReadOnlyMemory<byte>(l))]));
    }

    private async Task<IResult> WitnessAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        var note = SignedNote.Parse(body[(body.IndexOf("\n\n", StringComparison.Ordinal) + 2)..]);
        lock (Signed)
        {
            Signed.Add(Checkpoint.Parse(note.Text));
        }

        if (WitnessWaits)
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, request.HttpContext.RequestAborted);
        }

        return Results.Text($"{witness.Sign(note.Text)}\n");
    }

    private void Configure()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        foreach (var (key, value) in new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Database__Serving"] = Database.ConnectionString,
            ["Auth__Issuer"] = stub!.Address,
            ["Auth__Discovery"] = stub.Address,
            ["Auth__Audience"] = TestIssuer.Audience,
            ["Services__Verification"] = stub.Address,
            ["Promises__Origin"] = LogWorks.Origin,
            ["Promises__Key"] = Convert.ToBase64String(SHA256.HashData("promises"u8)),
            ["Ledger__Origin"] = LogWorks.Origin,
            ["Ledger__Folder"] = Works.Folder.Root,
            ["Ledger__Guard"] = Works.GuardFile,
            ["Ledger__Ed25519Key"] = Convert.ToBase64String(SHA256.HashData("the log"u8)),
            ["Ledger__EcdsaKey"] = Convert.ToBase64String(ecdsa.ExportPkcs8PrivateKey()),
            ["Ledger__ClientSecret"] = new('s', 32),
            ["Ledger__Witnesses"] = $"witness w {witness.Key} {stub.Address}/\nquorum w",
        })
        {
            settings[key] = value;
        }

        foreach (var quiet in new[] { "Registration", "Submission", "Acceptance", "Disclosure", "Workflows" })
        {
            settings[$"Services__{quiet}"] = $"{stub!.Address}/quiet";
        }
    }
}
