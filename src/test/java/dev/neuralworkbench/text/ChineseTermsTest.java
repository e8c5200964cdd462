package dev.neuralworkbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The Chinese texts use the terms of the textbooks, Zhou Zhihua's and Qiu Xipeng's, and each thing
 * has one name.
 */
class ChineseTermsTest {

  private static final Path MESSAGES =
      Path.of("src/main/resources/dev/neuralworkbench/messages/zh");

  /** What is not said, and what is said in its place. */
  private static final Map<String, String> TERMS = new LinkedHashMap<>();

  static {
    TERMS.put("回答", "预测值, 预测 or 输出");
    TERMS.put("答案", "预测值");
    TERMS.put("训练行", "训练样本");
    TERMS.put("验证行", "验证样本");
    TERMS.put("测试行", "测试样本");
    TERMS.put("惩罚", "正则化, or 正则化项");
    TERMS.put("账本", "优化器状态");
    TERMS.put("弯折", "非线性, or 不可导点");
    TERMS.put("折点", "不可导点");
    TERMS.put("梯度的平均", "一阶矩");
    TERMS.put("梯度平方的平均 v", "二阶矩");
    TERMS.put("归一化指数", "Softmax");
    TERMS.put("S 形函数", "Sigmoid 函数");
    TERMS.put("随机失活", "Dropout");
    TERMS.put("暂退", "Dropout");
    TERMS.put("提前停止", "提前终止");
    TERMS.put("实况", "训练过程");
  }

  @Test
  void termsOfTheTextbooksAreUsed() throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.list(MESSAGES)) {
      for (var file : files.toList()) {
        for (var line : Files.readAllLines(file)) {
          TERMS.forEach(
              (wrong, right) -> {
                if (line.contains(wrong)) {
                  found.add(file.getFileName() + ": " + wrong + ", say " + right + ": " + line);
                }
              });
        }
      }
    }
    assertEquals(List.of(), found);
  }
}
