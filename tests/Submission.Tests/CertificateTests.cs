using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

/// <summary>A park names the certificates of its year.</summary>
[Collection(nameof(SubmissionService))]
public sealed class CertificateTests(SubmissionService service)
{
    [Fact]
    public async Task Certificates_are_named_as_ranges_and_read_back_joined()
    {
        var (id, _) = await service.OpenedAsync();
        var project = Project(id);

        using var named = await NameAsync(id, 0, Line(project, 1, 100), Line(project, 101), Line(project, 500, 599));
        Assert.Equal("200", await named.VerdictAsync());
        var done = await named.BodyAsync();
        Assert.Equal((2, 201), (done.GetProperty("lines").GetInt32(), done.GetProperty("certificates").GetInt32()));

        var list = await service.As(Persona.OfPark).ReadAsync($"/submissions/{id}/certificates");
        Assert.Equal(1, list.GetProperty("version").GetInt64());
        Assert.Equal([101L, 100L], list.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("count").GetInt64()));
    }

    [Fact]
    public async Task Two_people_never_overwrite_each_other_unseen()
    {
        var (id, _) = await service.OpenedAsync();
        using var first = await NameAsync(id, 0, Line(Project(id), 1));
        using var second = await NameAsync(id, 0, Line(Project(id), 2));
        Assert.Equal(("200", "412 stale"), (await first.VerdictAsync(), await second.VerdictAsync()));
    }

    [Fact]
    public async Task A_certificate_named_twice_in_one_list_is_refused_at_its_line()
    {
        var (id, _) = await service.OpenedAsync();
        using var named = await NameAsync(id, 0, Line(Project(id), 1, 100), Line(Project(id), 50));
        var problem = await named.BodyAsync();
        Assert.Equal("/items/1/first", problem.GetProperty("errors")[0].GetProperty("pointer").GetString());
        Assert.Equal("named-twice", problem.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_file_replaces_the_list()
    {
        var (id, _) = await service.OpenedAsync();
        var rows = string.Join('\n', Enumerable.Range(1, 5000).Select(n => $"{Number(Project(id), n)},绿电交易,2025-05,演示园区,2025-08-01,光伏"));
        using var sent = new HttpRequestMessage(HttpMethod.Post, $"/submissions/{id}/certificates/import")
        {
            Content = new StringContent("绿证编码,取得方式,电量生产年月,受益方,核销日期,能源类型\n" + rows, null, "text/csv"),
        };
        sent.Headers.TryAddWithoutValidation("If-Match", "\"0\"");

        using var answer = await service.As(Persona.OfPark).SendAsync(sent);

        Assert.Equal("200", await answer.VerdictAsync());
        Assert.Equal((1, 5000), ((await answer.BodyAsync()).GetProperty("lines").GetInt32(), (await answer.BodyAsync()).GetProperty("certificates").GetInt32()));
    }

    [Fact]
    public async Task Only_the_park_names_and_sees_what_is_drafted()
    {
        var (id, _) = await service.OpenedAsync();
        using var named = await NameAsync(id, 0, Line(Project(id), 1));
        foreach (var persona in Persona.All.Where(p => p != Persona.OfPark))
        {
            using var list = await service.As(persona).GetAsync(new Uri($"/submissions/{id}/certificates", UriKind.Relative));
            Assert.Equal(404, (int)list.StatusCode);
            using var put = await service.As(persona).SendAsync(HttpMethod.Put, $"/submissions/{id}/certificates", new { items = new[] { Line(Project(id), 1) } }, version: 1);
            Assert.True((int)put.StatusCode is 403 or 409, $"{persona.Role} got {put.StatusCode}");
        }
    }

    private Task<HttpResponseMessage> NameAsync(Guid id, long version, params object[] items) =>
        service.As(Persona.OfPark).SendAsync(HttpMethod.Put, $"/submissions/{id}/certificates", new { items }, version);

    /// <summary>A project of its own for one test: numbers are claimed nation-wide.</summary>
    private static string Project(Guid id) => $"T{id:N}"[..17].ToUpperInvariant();

    private static string Number(string project, long sequence) => $"{project}{sequence:D13}20";

    private static object Line(string project, long first, long? last = null) => new
    {
        first = Number(project, first),
        last = last is { } end ? Number(project, end) : null,
        kind = "certificate",
        productionMonth = "2025-03",
        beneficiary = "演示园区",
        cancelledOn = "2025-06-30",
        source = "wind",
    };
}
