using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc.Testing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Witness;

/// <summary>C2SP tlog-witness, answer by answer.</summary>
public sealed class AddCheckpointTests : IDisposable
{
    private const string Origin = "registry.example/log";

    private static readonly NoteSigner Log = NoteSigner.Ed25519(Origin, SHA256.HashData("the log"u8));
    private static readonly NoteSigner Stranger = NoteSigner.Ed25519(Origin, SHA256.HashData("somebody else"u8));

    private readonly string folder = Directory.CreateTempSubdirectory("witness").FullName;
    private readonly VerifierKey pinned;

    public AddCheckpointTests()
    {
        pinned = VerifierKey.Parse(WitnessKey.Create("university.example/witness", At("key")));
        File.WriteAllText(At("policy"), $"log {Log.Key}\nquorum none\n");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_log_that_only_grows_is_signed_for_step_by_step()
    {
        using var witness = new Running(this);
        foreach (var (old, size) in new[] { (0, 0), (0, 3), (3, 3), (3, 8), (8, 11) })
        {
            var (status, body) = await witness.AddAsync(Request(old, Checkpoint(size)));
            Assert.Equal(HttpStatusCode.OK, status);
            var cosigned = SignedNote.Parse($"{Checkpoint(size).SignedBy(Log)}{body}");
            Assert.NotNull(Assert.Single(cosigned.Verify([pinned])).At);
        }
    }

    [Fact]
    public async Task A_log_that_names_another_past_is_told_what_was_seen()
    {
        using var witness = new Running(this);
        await witness.AddAsync(Request(0, Checkpoint(3)));
        foreach (var old in new[] { 0, 2, 4 })
        {
            Assert.Equal((HttpStatusCode.Conflict, "3\n"), await witness.AddAsync(Request(old, Checkpoint(8))));
        }
    }

    [Fact]
    public async Task A_second_root_of_one_size_is_refused()
    {
        using var witness = new Running(this);
        await witness.AddAsync(Request(0, Checkpoint(3)));
        var (status, _) = await witness.AddAsync(Request(3, Checkpoint(3) with { Root = Leaf(99) }));
        Assert.Equal(HttpStatusCode.Conflict, status);
    }

    [Fact]
    public async Task A_log_that_rewrote_an_entry_is_refused_and_the_witness_keeps_to_what_it_saw()
    {
        using var witness = new Running(this);
        await witness.AddAsync(Request(0, Checkpoint(3)));
        var (status, _) = await witness.AddAsync(Request(3, Checkpoint(8, changed: 1)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(HttpStatusCode.OK, (await witness.AddAsync(Request(3, Checkpoint(8)))).Status);
    }

    [Fact]
    public async Task A_first_checkpoint_needs_no_proof_and_takes_none()
    {
        using var witness = new Running(this);
        var (status, _) = await witness.AddAsync($"old 0\n{Leaf(1)}\n\n{Checkpoint(3).SignedBy(Log)}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    [Fact]
    public async Task Nobody_but_the_log_is_signed_for()
    {
        using var witness = new Running(this);
        Assert.Equal(HttpStatusCode.Forbidden, (await witness.AddAsync($"old 0\n\n{Checkpoint(3).SignedBy(Stranger)}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await witness.AddAsync($"old 0\n\n{(Checkpoint(3) with { Origin = "other.example" }).SignedBy(Log)}")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("old\n\n{note}")]
    [InlineData("old 00\n\n{note}")]
    [InlineData("old -1\n\n{note}")]
    [InlineData("old 4\n\n{note}")]
    [InlineData("new 0\n\n{note}")]
    [InlineData("old 0\nnot a hash\n\n{note}")]
    [InlineData("old 0\n\nno note\n")]
    [InlineData("old 0\n{note}")]
    public async Task A_request_that_is_not_of_the_protocol_is_refused(string body)
    {
        using var witness = new Running(this);
        var (status, _) = await witness.AddAsync(body.Replace("{note}", Checkpoint(3).SignedBy(Log).ToString(), StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task What_was_seen_survives_a_stop_and_only_one_program_holds_it()
    {
        using (var first = new Running(this))
        {
            await first.AddAsync(Request(0, Checkpoint(3)));
            Assert.ThrowsAny<Exception>(() =>
            {
                using var second = new Running(this);
            });
        }

        using var later = new Running(this);
        Assert.Equal((HttpStatusCode.Conflict, "3\n"), await later.AddAsync(Request(0, Checkpoint(8))));
    }

    [Fact]
    public async Task Of_many_at_once_one_moves_it_and_nobody_moves_it_back()
    {
        using var witness = new Running(this);
        await witness.AddAsync(Request(0, Checkpoint(3)));
        var answers = await Task.WhenAll(Enumerable.Range(4, 12).Select(size => witness.AddAsync(Request(3, Checkpoint(size)))));
        var signed = Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a != signed), a => Assert.Equal(HttpStatusCode.Conflict, a.Status));
    }

    [Fact]
    public async Task Anybody_can_see_its_key_and_how_far_it_saw()
    {
        using var witness = new Running(this);
        await witness.AddAsync(Request(0, Checkpoint(3)));
        Assert.Equal($"{pinned}\n{Origin} 3\n", await witness.Http.GetStringAsync(new Uri("/", UriKind.Relative)));
    }

    [Fact]
    public void A_key_is_never_written_over() => Assert.Throws<IOException>(() => WitnessKey.Create("university.example/witness", At("key")));

    private string At(string name) => Path.Combine(folder, name);

    private static string Request(int old, Checkpoint next) =>
        $"old {old}\n{string.Concat(Proof(old, (int)next.Size).Select(h => $"{h}\n"))}\n{next.SignedBy(Log)}";

    private static IReadOnlyList<Digest> Proof(int old, int size) => old > size || old == 0 ? [] :
        [.. ProofShape.Consistency((ulong)old, (ulong)size).Select(r => Root((int)r.Begin, (int)r.End))];

    private static Checkpoint Checkpoint(int size, int? changed = null) => new(Origin, (ulong)size, Root(0, size, changed));

    private static Digest Root(int begin, int end, int? changed = null)
    {
        var tree = new GrowingTree();
        Enumerable.Range(begin, end - begin).ToList().ForEach(n => tree.Append(Leaf(n == changed ? 99 : n)));
        return tree.Root();
    }

    private static Digest Leaf(int n) => Merkle.Leaf(Encoding.ASCII.GetBytes($"entry {n}"));

    /// <summary>The whole program, as it is started.</summary>
    private sealed class Running : IDisposable
    {
        private readonly WebApplicationFactory<Program> program;

        public Running(AddCheckpointTests with)
        {
            program = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
                .UseSetting("Witness:KeyFile", with.At("key"))
                .UseSetting("Witness:Policy", with.At("policy"))
                .UseSetting("Witness:State", with.At("state")));
            Http = program.CreateClient();
        }

        public HttpClient Http { get; }

        public async Task<(HttpStatusCode Status, string Body)> AddAsync(string body)
        {
            using var content = new StringContent(body);
            using var answer = await Http.PostAsync(new Uri("/add-checkpoint", UriKind.Relative), content);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }

        public void Dispose() => program.Dispose();
    }
}
