using System.Net;
using PilotRegistry.Disclosure.Pages;

namespace PilotRegistry.Disclosure;

[Collection(nameof(DisclosureService))]
public sealed class ReadPagesTests(DisclosureService service)
{
    [Theory]
    [InlineData("zh", "0.186 吨/吨标准煤", "达到", "江苏省", "zh-CN")]
    [InlineData("en", "0.186 t/tce", "met", "Jiangsu", "en")]
    public async Task A_park_can_be_read_without_a_script(string language, string core, string verdict, string province, string code)
    {
        var life = Life.Accepted();
        await service.DeliverAsync(life.All);
        var page = await ReadAsync($"/pages/{language}/parks/{life.Park}");
        foreach (var words in new[] { $"<html lang=\"{code}\">", "<h1>海陵零碳园区</h1>", core, verdict, province, "达到验收要求", $"/years/2025\"", "<meta name=\"description\"" })
        {
            Assert.Contains(words, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_names_its_address_in_both_languages()
    {
        var life = Life.Accepted();
        await service.DeliverAsync(life.All);
        var page = await ReadAsync($"/pages/en/parks/{life.Park}/years/2025");
        Assert.Matches($"""<link rel="canonical" href="http[^"]+/en/parks/{life.Park}/years/2025">""", page);
        Assert.Matches($"""hreflang="zh-CN" href="http[^"]+/parks/{life.Park}/years/2025">""", page);
        Assert.Matches($"""hreflang="en" href="http[^"]+/en/parks/{life.Park}/years/2025">""", page);
    }

    [Fact]
    public async Task The_other_language_is_the_same_place_with_the_same_question()
    {
        Assert.Contains("<a href=\"/en/?province=320000&amp;q=%22%3E\" lang=\"en\"", await ReadAsync("/pages/zh/?province=320000&q=%22%3E"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/compare?parks=1\" lang=\"zh-CN\"", await ReadAsync("/pages/en/compare?parks=1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_shows_indicators_terms_and_statement()
    {
        var life = Life.Accepted();
        await service.DeliverAsync(life.All);
        var page = await ReadAsync($"/pages/zh/parks/{life.Park}/years/2025");
        foreach (var words in new[] { "2025 年，核查值", "单位能耗碳排放", "18,600 吨", "测试核查机构", "无保留" })
        {
            Assert.Contains(words, page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("zh", "边界及其变化", "2025 年起", "园区数据写的是边界第 1 版，而登记册中 2025 年适用的是第 2 版")]
    [InlineData("en", "Boundary and its changes", "from 2025", "but the register has version 2 for 2025")]
    public async Task The_versions_of_a_boundary_are_named_and_a_year_says_when_its_data_name_another(string language, string title, string since, string differs)
    {
        var life = new Life().Submitted().Listed().BoundaryChanged(validFrom: 2025).Reported(boundary: 1).Engaged().Signed(boundary: 1).Disclosed();
        await service.DeliverAsync(life.All);
        var park = await ReadAsync($"/pages/{language}/parks/{life.Park}");
        foreach (var words in new[] { title, since, "东至引江河，西至南官河", "西至泰东河", "测试文号〔2026〕5号" })
        {
            Assert.Contains(words, park, StringComparison.Ordinal);
        }

        Assert.Contains(differs, await ReadAsync($"/pages/{language}/parks/{life.Park}/years/2025"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_engines_are_told_every_page_in_both_languages()
    {
        var life = Life.Accepted();
        await service.DeliverAsync(life.All);
        var map = await ReadAsync("/pages/sitemap.xml");
        foreach (var path in new[] { $"/parks/{life.Park}<", $"/en/parks/{life.Park}/years/2025<", "/compare<", "/en/data<" })
        {
            Assert.Contains(path, map, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("timeline", map, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_page_lists_and_finds_parks()
    {
        var (one, other) = (new Life("百川零碳园区").Listed(), new Life("千岭零碳园区").Listed());
        await service.DeliverAsync(one.All.Concat(other.All));
        var page = await ReadAsync("/pages/en?q=百川");
        Assert.Contains($"/en/parks/{one.Park}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/en/parks/{other.Park}\"", page, StringComparison.Ordinal);
        Assert.Contains("Parks on the construction list", page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/pages/zh/about", "关于登记簿")]
    [InlineData("/pages/en/rules", "national/2025-trial@1.0.0")]
    [InlineData("/pages/en/certificates", "certificate")]
    [InlineData("/pages/zh/provinces", "/api/public/v1/provinces")]
    [InlineData("/pages/en/data", "open-data/dictionary.csv")]
    [InlineData("/pages/en/compare", "five parks")]
    public async Task The_other_pages_say_what_they_are(string path, string words) => Assert.Contains(words, await ReadAsync(path), StringComparison.Ordinal);

    [Theory]
    [InlineData("/pages/zh/parks/018f0000-0000-7000-8000-000000000000")]
    [InlineData("/pages/en/parks/018f0000-0000-7000-8000-000000000000/years/2025")]
    [InlineData("/pages/en/parks/nowhere")]
    [InlineData("/pages/en/no/such/page")]
    [InlineData("/pages/zh/nowhere")]
    [InlineData("/pages/zh/about/further")]
    [InlineData("/pages/zh/provinces/none")]
    [InlineData("/pages/zh/verifiers/none")]
    public async Task What_is_not_there_is_a_page_that_says_so(string path)
    {
        using var answer = await service.Anonymous().GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("noindex", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_people_wrote_becomes_part_of_the_page()
    {
        var life = new Life("<script>alert(1)</script><!--/plain-->\"'园区").Listed();
        await service.DeliverAsync(life.All);
        foreach (var path in new[] { $"/pages/zh/parks/{life.Park}", "/pages/zh?q=%3Cscript%3Ealert(1)" })
        {
            Assert.DoesNotContain("<script>", await ReadAsync(path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_question_of_ten_thousand_letters_is_cut() =>
        Assert.DoesNotContain(new string('字', 101), await ReadAsync($"/pages/zh?q={new string('字', 1000)}"), StringComparison.Ordinal);

    [Fact]
    public async Task A_page_is_not_sent_twice_and_can_be_asked_for_its_head()
    {
        var life = new Life().Listed();
        await service.DeliverAsync(life.All);
        var reader = service.Anonymous();
        using var first = await reader.GetAsync($"/pages/zh/parks/{life.Park}");
        using var head = await reader.SendAsync(new(HttpMethod.Head, $"/pages/zh/parks/{life.Park}"));
        Assert.Equal((HttpStatusCode.OK, ""), (head.StatusCode, await head.Content.ReadAsStringAsync()));
        reader.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using var same = await reader.GetAsync($"/pages/zh/parks/{life.Park}");
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public void The_built_page_keeps_everything_but_what_is_filled()
    {
        var folder = Directory.CreateTempSubdirectory();
        File.WriteAllText(Path.Combine(folder.FullName, "index.html"), "<html lang=\"zh-CN\"><!--page--><title>x</title><!--/page--><script src=\"/a.js\"></script><!--plain-->y<!--/plain-->z</html>");
        var shell = new WebShell(Microsoft.Extensions.Options.Options.Create(new PageSettings { WebRoot = folder.FullName }), new Microsoft.Extensions.Configuration.ConfigurationManager(), new Microsoft.AspNetCore.Http.HttpContextAccessor());
        var page = System.Text.Encoding.UTF8.GetString(shell.Fill(new("T", "D", "M"), "about", Tongue.English, new Dictionary<string, byte[]> { ["/x"] = "\"</script>\""u8.ToArray() }));
        folder.Delete(recursive: true);
        Assert.StartsWith("<html lang=\"en\"><title>T · Zero-Carbon Park Register</title>", page, StringComparison.Ordinal);
        Assert.Contains("<script src=\"/a.js\"></script>", page, StringComparison.Ordinal);
        Assert.Contains("""{"/x":"\u003c/script>"}</script>z</html>""", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<title>x", page, StringComparison.Ordinal);
    }

    private async Task<string> ReadAsync(string path) => await service.Anonymous().GetStringAsync(path);
}
